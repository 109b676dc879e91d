package io.hangtag.core.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.TestCore;
import io.hangtag.core.linking.LinkOracle.Pair;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random sequences of changes.
final class LinkPropertyTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final int CHANGES = 80;
  private static final int PRODUCTS = 2;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void comes_to_what_the_oracle_says(long seed) {
    LinkWalk walk = new LinkWalk(test, PRODUCTS, seed);
    for (int change = 0; change < CHANGES; change++) {
      String what = walk.change();

      assertThat(walk.active())
          .as("seed %d, change %d: %s", seed, change, what)
          .isEqualTo(walk.expected());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void returns_to_the_start_when_everything_is_undone_last_first(long seed) {
    LinkWalk walk = new LinkWalk(test, PRODUCTS, seed);
    for (int change = 0; change < 5; change++) {
      String _ = walk.change();
    }
    Map<Pair, LinkType> start = walk.active();
    int first = walk.batches();
    for (int change = 0; change < CHANGES / 2; change++) {
      String _ = walk.linkOrUnlink();
    }

    walk.undoAllBut(first);

    assertThat(walk.active()).as("seed %d", seed).isEqualTo(start);
  }
}
