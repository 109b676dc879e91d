package io.hangtag.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordFrequenciesTest {
  @Test
  void looks_up_by_the_rarest_words_as_long_as_they_have_few_products() {
    WordFrequencies words =
        new WordFrequencies(new TreeMap<>(Map.of("black", 900, "toner", 70, "kyocera", 30)));

    assertThat(words.telling(List.of("Black", "toner", "KYOCERA"), 100))
        .containsExactly("KYOCERA", "toner");
    assertThat(words.telling(List.of("Black", "toner"), 10)).containsExactly("toner");
    assertThat(words.telling(List.of("black", "tk-771", "zzz"), 10))
        .containsExactly("tk-771", "zzz", "black");
    assertThat(words.telling(List.of("hp", "toner"), 100)).containsExactly("toner");
  }

  @Test
  void looks_up_a_frequent_beginning_by_the_rarer_words_before_it() {
    WordFrequencies words =
        new WordFrequencies(
            new TreeMap<>(
                Map.of(
                    "cable", 60_000,
                    "case", 5_000,
                    "kettle", 10,
                    "black", 50_000,
                    "round", 50_000,
                    "big", 70_000,
                    "with", 150_000)));

    assertThat(words.lookup("kettle cab")).isEqualTo(new WordLookup("kettle c", 0));
    assertThat(words.lookup("black Cab")).isEqualTo(new WordLookup("black Cab", 0));
    assertThat(words.lookup("black, round cab")).isEqualTo(new WordLookup("black, round cab", 0));
    assertThat(words.lookup("big round black big round Cab"))
        .isEqualTo(new WordLookup("big round black big round C", 0));
    assertThat(words.lookup("kettle cas")).isEqualTo(new WordLookup("kettle cas", 0));
    assertThat(words.lookup("ca")).isEqualTo(new WordLookup("ca", 0));
    assertThat(words.lookup("Wit").newest()).isPositive();
    assertThat(words.lookup("?!")).isEqualTo(new WordLookup("?!", 0));
  }
}
