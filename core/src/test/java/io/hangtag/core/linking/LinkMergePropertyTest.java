package io.hangtag.core.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.TestCore;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random sequences of changes between which products turn out to be one.
final class LinkMergePropertyTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final int CHANGES = 80;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void comes_to_what_the_oracle_says(long seed) {
    LinkWalk walk = new LinkWalk(test, 5, seed);
    for (int change = 0; change < CHANGES; change++) {
      String what = walk.oneIn(12) ? walk.merge() : walk.change();

      assertThat(walk.active())
          .as("seed %d, change %d: %s", seed, change, what)
          .isEqualTo(walk.expected());
    }
  }
}
