package io.hangtag.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordFrequenciesTest {
  private final WordFrequencies frequencies =
      new WordFrequencies(
          new TreeMap<>(
              Map.of(
                  "black",
                  20_000,
                  "cable",
                  21_000,
                  "original",
                  14_000,
                  "orange",
                  90,
                  "stand",
                  12_000,
                  "network",
                  7_000,
                  "patch",
                  5_000)));

  @Test
  void looks_many_words_up_by_the_rarest_and_by_the_longest_that_are_not_counted() {
    assertThat(frequencies.few("black cable x150 orange 30 m network rj4512 patch 802.11ac v15"))
        .contains("orange patch network 802.11ac rj4512 x150");
    assertThat(frequencies.few("black cable orange network patch stand")).isEmpty();
  }

  @Test
  void spares_the_index_a_frequent_beginning_after_rare_words() {
    assertThat(frequencies.lookup("orange sta")).isEqualTo(new WordLookup("orange s", null, 0));
    assertThat(frequencies.lookup("black sta")).isEqualTo(new WordLookup("black sta", null, 0));
    assertThat(frequencies.lookup("orange patch 30 m network").words())
        .isEqualTo("orange patch 30 m n");
  }

  @Test
  void takes_no_word_for_rare_whose_other_forms_are_frequent() {
    assertThat(frequencies.lookup("origin sta").words()).isEqualTo("origin sta");
  }

  @Test
  void tells_by_the_rarest_words() {
    assertThat(frequencies.telling(List.of("cable", "orange", "black"), 1_500))
        .containsExactly("orange");
  }
}
