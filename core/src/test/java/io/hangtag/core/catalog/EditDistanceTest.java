package io.hangtag.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditDistanceTest {
  private static final List<String> LETTERS = List.of("a", "b", "c", "я", "🐱");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void is_what_the_whole_table_says_up_to_the_limit(long seed) {
    Random random = new Random(seed);

    for (int i = 0; i < 5_000; i++) {
      String first = word(random);
      String second = word(random);
      int max = random.nextInt(4);
      int expected = Math.min(NaiveDistance.between(first, second), max + 1);

      assertThat(EditDistance.between(first, second, max))
          .as("'%s' and '%s' up to %d", first, second, max)
          .isEqualTo(expected);
      assertThat(EditDistance.between(second, first, max)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "garmin, garmin, 0",
    "garmn, garmin, 1",
    "garmiin, garmin, 1",
    "garnin, garmin, 1",
    "gamrin, garmin, 1",
    "agrmni, garmin, 2",
    "ca, abc, 3",
    "'', abc, 3",
    "шабка, шапка, 1",
    "🐱a, a🐱, 1"
  })
  void counts_slips_of_the_finger(String first, String second, int slips) {
    assertThat(EditDistance.between(first, second, 5)).isEqualTo(slips);
  }

  @Test
  void looks_no_further_than_the_limit() {
    assertThat(EditDistance.between("garmin", "kettle", 1)).isEqualTo(2);
    assertThat(EditDistance.between("a", "a".repeat(10_000), 2)).isEqualTo(3);
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(8), 0, LETTERS.size())
        .mapToObj(LETTERS::get)
        .collect(Collectors.joining());
  }
}
