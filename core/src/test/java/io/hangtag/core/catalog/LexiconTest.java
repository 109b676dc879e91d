package io.hangtag.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.catalog.Lexicon.Word;
import java.util.List;
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
    "garmi watch, garmin watch"
  })
  void corrects_words_that_no_product_has(String typed, String meant) {
    assertThat(lexicon.correct(typed)).contains(meant);
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
        "blanket",
        "kaiboerd",
        "gaimn",
        "garmi",
        "watch garmi",
        "watch k"
      })
  void leaves_alone_what_is_known_short_far_off_has_digits_or_is_being_typed(String typed) {
    assertThat(lexicon.correct(typed)).isEmpty();
  }

  @Test
  void forgives_two_slips_from_eight_letters() {
    Lexicon cushions = new Lexicon(List.of(new Word("cushion", 5), new Word("curtains", 5)));

    assertThat(cushions.correct("kushoin")).isEmpty();
    assertThat(cushions.correct("kurtanis")).contains("curtains");
  }

  @Test
  void takes_the_word_of_more_products_unless_the_beginning_speaks_for_another() {
    Lexicon mice = new Lexicon(List.of(new Word("mouse", 20), new Word("house", 30)));
    Lexicon lice = new Lexicon(List.of(new Word("mouse", 20), new Word("louse", 9_999)));

    assertThat(mice.correct("jouse")).contains("house");
    assertThat(mice.correct("mouxe")).contains("mouse");
    assertThat(lice.correct("jouse")).contains("louse");
  }

  @Test
  void prefers_the_same_beginning_among_words_of_as_many_products() {
    Lexicon words = new Lexicon(List.of(new Word("bolts", 5), new Word("belts", 5)));

    assertThat(new Lexicon(List.of(new Word("bolt", 5), new Word("colt", 5))).correct("colf"))
        .contains("colt");
    assertThat(words.correct("bxlts")).contains("belts");
  }

  @Test
  void decides_a_tie_the_same_way_in_any_order_of_the_words() {
    List<Word> words =
        Stream.of("mist", "mast", "most", "must").map(it -> new Word(it, 5)).toList();

    assertThat(new Lexicon(words).correct("mzst")).contains("mast");
    assertThat(new Lexicon(words.reversed()).correct("mzst")).contains("mast");
  }
}
