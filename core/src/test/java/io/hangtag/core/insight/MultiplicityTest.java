package io.hangtag.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Expected values are those of R's `p.adjust`.
final class MultiplicityTest {
  private static final List<Double> PS = List.of(0.04, 0.01, 0.03, 0.5, 0.02);

  @Test
  void adjusts_by_holm() {
    assertClose(Multiplicity.holm(PS), 0.09, 0.05, 0.09, 0.5, 0.08);
  }

  @Test
  void adjusts_by_benjamini_and_hochberg() {
    assertClose(Multiplicity.benjaminiHochberg(PS), 0.05, 0.05, 0.05, 0.5, 0.05);
  }

  @Test
  void leaves_a_single_one_as_it_is() {
    assertClose(Multiplicity.holm(List.of(0.3)), 0.3);
    assertClose(Multiplicity.benjaminiHochberg(List.of(0.3)), 0.3);
  }

  @Test
  void adjusts_none() {
    assertThat(Multiplicity.holm(List.of())).isEmpty();
    assertThat(Multiplicity.benjaminiHochberg(List.of())).isEmpty();
  }

  private static void assertClose(List<Double> adjusted, double... expected) {
    assertThat(adjusted).hasSize(expected.length);
    for (int place = 0; place < expected.length; place++) {
      assertThat(adjusted.get(place)).isCloseTo(expected[place], within(1e-12));
    }
  }
}
