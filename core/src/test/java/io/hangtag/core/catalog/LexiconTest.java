package io.hangtag.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.catalog.Lexicon.Guess;
import io.hangtag.core.catalog.Lexicon.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
  private final Lexicon lexicon =
      new Lexicon(
          List.of(
              new Word("garmin", 40),
              new Word("germin", 1),
              new Word("watch", 90),
              new Word("keyboard", 7),
              new Word("шапка", 3),
              new Word("red", 50),
              new Word("tn", 5)));

  @ParameterizedTest
  @CsvSource({
    "garmn, garmin",
    "gramin, garmin",
    "garmiin watch, garmin watch",
    "garmin wtach, garmin watch",
    "garmn wacth, garmin watch",
    "keybaord, keyboard",
    "kaybaord, keyboard",
    "шабка, шапка",
    "garmi watch, garmin watch",
    "rad watch, red watch",
    "rde watch, red watch"
  })
  void corrects_words_that_no_product_has(String typed, String meant) {
    assertThat(corrected(lexicon, typed)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garmin watch",
        "germin",
        "garm1n",
        "g4rmin",
        "tn2110",
        "2110",
        "rad",
        "rde",
        "erd watch",
        "rd watch",
        "blanket",
        "kaiboerd",
        "gaimn",
        "garmi",
        "watch garmi",
        "watch k"
      })
  void leaves_alone_what_is_known_short_far_off_has_digits_or_is_being_typed(String typed) {
    assertThat(corrected(lexicon, typed)).isEmpty();
  }

  @Test
  void forgives_two_slips_from_eight_letters() {
    Lexicon cushions = new Lexicon(List.of(new Word("cushion", 5), new Word("curtains", 5)));

    assertThat(corrected(cushions, "kushoin")).isEmpty();
    assertThat(corrected(cushions, "kurtanis")).contains("curtains");
  }

  @Test
  void takes_the_word_of_more_products_unless_the_beginning_speaks_for_another() {
    Lexicon mice = new Lexicon(List.of(new Word("mouse", 20), new Word("house", 30)));
    Lexicon lice = new Lexicon(List.of(new Word("mouse", 20), new Word("louse", 9_999)));

    assertThat(corrected(mice, "jouse")).contains("house");
    assertThat(corrected(mice, "mouxe")).contains("mouse");
    assertThat(corrected(lice, "jouse")).contains("louse");
  }

  @Test
  void prefers_the_same_beginning_among_words_of_as_many_products() {
    Lexicon words = new Lexicon(List.of(new Word("bolts", 5), new Word("belts", 5)));

    assertThat(corrected(new Lexicon(List.of(new Word("bolt", 5), new Word("colt", 5))), "colf"))
        .contains("colt");
    assertThat(corrected(words, "bxlts")).contains("belts");
  }

  @Test
  void decides_a_tie_the_same_way_in_any_order_of_the_words() {
    List<Word> words =
        Stream.of("mist", "mast", "most", "must").map(it -> new Word(it, 5)).toList();

    assertThat(corrected(new Lexicon(words), "mzst")).contains("mast");
    assertThat(corrected(new Lexicon(words.reversed()), "mzst")).contains("mast");
  }

  @Test
  void offers_all_that_the_words_may_mean_the_likeliest_first() {
    Lexicon paper =
        new Lexicon(List.of(new Word("cd", 9), new Word("paper", 30), new Word("player", 20)));

    assertThat(paper.corrections("cd payer"))
        .extracting(Guess::text)
        .containsExactly("cd paper", "cd player");
    assertThat(paper.corrections("payer cd pater"))
        .extracting(Guess::text)
        .containsExactly("paper cd paper", "player cd paper");
  }

  @Test
  void weighs_slips_against_the_products_that_have_all_the_words() {
    Lexicon cables = new Lexicon(List.of(new Word("cables", 9), new Word("tables", 9)));
    Guess same = cables.corrections("cabels").getFirst();
    Guess other = cables.corrections("sables").getFirst();

    assertThat(same.score(5)).isGreaterThan(same.score(4)).isGreaterThan(other.score(5));
    assertThat(other.score(50)).isGreaterThan(same.score(5));
  }

  @Test
  void takes_one_word_for_a_slip_of_another_that_more_products_have() {
    Lexicon music =
        new Lexicon(
            List.of(
                new Word("cd", 9),
                new Word("layer", 3),
                new Word("player", 20),
                new Word("payer", 3),
                new Word("lawyer", 2)));

    assertThat(music.replacements("cd layer")).extracting(Guess::text).containsExactly("cd player");
    assertThat(music.replacements("cd player")).isEmpty();
    assertThat(music.replacements("layer payer"))
        .extracting(Guess::text)
        .containsExactly("layer player", "player payer");
    assertThat(music.replacements("cd l4yer")).isEmpty();
  }

  @Test
  void takes_the_beginning_of_a_rare_word_for_a_slip_as_well() {
    Lexicon parts = new Lexicon(List.of(new Word("stick", 9), new Word("tickets", 1)));

    assertThat(corrected(parts, "memory tick")).isEmpty();
    assertThat(parts.replacements("memory tick"))
        .extracting(Guess::text)
        .containsExactly("memory stick");
  }

  private static Optional<String> corrected(Lexicon lexicon, String typed) {
    return lexicon.corrections(typed).stream().findFirst().map(Guess::text);
  }
}
