package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.SearchResult.Tier.CLOSE_SKU;
import static io.hangtag.core.catalog.SearchResult.Tier.EXACT_SKU;
import static io.hangtag.core.catalog.SearchResult.Tier.SKU_PART;
import static io.hangtag.core.catalog.SearchResult.Tier.SKU_PREFIX;
import static io.hangtag.core.catalog.SearchResult.Tier.TITLE_WORDS;
import static io.hangtag.core.catalog.SearchedCatalogue.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.db.TestDatabase;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// By SKU and barcode: exactly, their beginning, parts of them, and what is close.
class SkuSearchTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final ProductSearch search = new ProductSearch(db.dsl());
  private final SearchedCatalogue searched = new SearchedCatalogue(catalogue, search);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RK-12/b",
        "rk-12/B",
        "RK12B",
        "rk 12 b",
        "SKU:RK-12/b",
        "sku: rk12b",
        " Sku :RK 12 b",
        "RК-12/В",
        "\u200fRK-12/b"
      })
  void finds_a_sku_however_it_is_typed(String query) {
    ProductId kettle = catalogue.product("Kettle").sku("RK-12/b").saved();
    catalogue.product("Mug").sku("RK-12").saved();

    assertThat(searched.found(query).hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(kettle, EXACT_SKU));
  }

  @Test
  void finds_a_barcode_and_shows_the_first_sku() {
    catalogue.product("Kettle").barcode("0095205603217").sku("RK-1").saved();

    SearchResult result = searched.found("0095205603217");

    assertThat(result.hits())
        .extracting(Hit::tier, hit -> hit.product().sku())
        .containsExactly(tuple(EXACT_SKU, "RK-1"));
  }

  /// The last digit of a barcode proves the others: one with a slip is no other product's.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4006381333932",
        "4006381333391",
        "400638133393",
        "SKU:4006381333932",
        "4OO6381333931x"
      })
  void finds_nothing_by_a_barcode_with_a_slip(String query) {
    catalogue.product("Pen").barcode("4006381333931").saved();

    assertThat(searched.found(query).hits()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4006381333931", "SKU:4006381333931", "4006 3813 3393 1", "4006381-333931"})
  void finds_a_barcode_however_it_is_typed(String query) {
    ProductId pen = catalogue.product("Pen").barcode("4006381333931").saved();

    assertThat(searched.found(query).hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(pen, EXACT_SKU));
  }

  @Test
  void finds_all_products_that_share_a_sku_so_that_it_can_be_asked_which() {
    ProductId mug = catalogue.product("Blue mug").sku("M-1").saved();
    ProductId hat = catalogue.product("Hat").sku("m1").saved();

    SearchResult result = searched.found("SKU:M1");

    assertThat(products(result)).containsExactly(hat, mug);
    assertThat(result.exactSkus()).isEqualTo(2);
    assertThat(result.clearMatch()).isEmpty();
  }

  @Test
  void prefers_the_sku_that_is_written_the_same() {
    ProductId plain = catalogue.product("A").sku("57").saved();
    ProductId plus = catalogue.product("A plus").sku("57+").saved();

    assertThat(products(searched.found("57+"))).containsExactly(plus, plain);
    assertThat(products(searched.found("57"))).containsExactly(plain, plus);
  }

  @Test
  void shows_the_sku_that_was_asked_for_once_a_product() {
    catalogue.product("Hoodie").sku("H-S").sku("H-M").sku("H-L").saved();

    assertThat(searched.found("h-m").hits())
        .extracting(hit -> hit.product().sku())
        .containsExactly("H-M");
    assertThat(searched.found("hoodie").hits())
        .extracting(hit -> hit.product().sku())
        .containsExactly("H-S");
  }

  @Test
  void finds_skus_that_begin_so_the_nearest_first() {
    ProductId longer = catalogue.product("A").sku("ABC-1000").saved();
    ProductId nearer = catalogue.product("Something").sku("ABC-1").saved();

    SearchResult result = searched.found("abc");

    assertThat(result.hits())
        .extracting(hit -> hit.product().id(), Hit::tier, Hit::score)
        .containsExactly(tuple(nearer, SKU_PREFIX, 0.75), tuple(longer, SKU_PREFIX, 0.429));
  }

  @Test
  void finds_no_skus_by_less_than_three_characters() {
    catalogue.product("Kettle").sku("ABC-1").saved();

    assertThat(searched.found("AB").hits()).isEmpty();
    assertThat(searched.found("SKU:AB").hits()).isEmpty();
  }

  @Test
  void looks_at_skus_only_if_told_so() {
    ProductId bySku = catalogue.product("Something").sku("HOODIE-1").saved();
    catalogue.product("Hoodie").saved();

    assertThat(products(searched.found("SKU:hoodie"))).containsExactly(bySku);
  }

  @Test
  void finds_parts_of_skus_after_those_that_begin_so() {
    ProductId part = catalogue.product("A").sku("Z-1234").saved();
    ProductId longer = catalogue.product("B").sku("Z-1234-LONG").saved();
    ProductId begins = catalogue.product("C").sku("1234-XYZ").archived().saved();

    assertThat(searched.found("1234").hits())
        .extracting(hit -> hit.product().id(), Hit::tier, hit -> hit.product().sku())
        .containsExactly(
            tuple(begins, SKU_PREFIX, "1234-XYZ"),
            tuple(part, SKU_PART, "Z-1234"),
            tuple(longer, SKU_PART, "Z-1234-LONG"));
  }

  @Test
  void finds_no_parts_of_skus_by_less_than_four_characters() {
    catalogue.product("Kettle").sku("Z-1234").saved();

    assertThat(searched.found("234").hits()).isEmpty();
    assertThat(searched.found("SKU:234").hits()).isEmpty();
  }

  @Test
  void puts_skus_that_begin_with_a_word_of_titles_after_the_words() {
    ProductId begins = catalogue.product("Something").sku("HATTER-1").saved();
    ProductId word = catalogue.product("A long title with a hat").saved();

    assertThat(searched.found("hat").hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(word, TITLE_WORDS), tuple(begins, SKU_PART));
    assertThat(searched.found("SKU:hat").hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(begins, SKU_PREFIX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AB-1243",
        "BA1234",
        "AB-1224",
        "AB 124",
        "A-1234",
        "AB-12354",
        "7AB-1234",
        "sku:ab-1243",
        "АВ-1243"
      })
  void finds_a_sku_by_one_slip_but_is_not_sure_of_it(String query) {
    ProductId close = catalogue.product("Kettle").sku("QQ-1").sku("AB-1234").saved();
    catalogue.product("Mug").sku("XY-98765").saved();

    assertThat(searched.found(query).hits())
        .extracting(hit -> hit.product().id(), Hit::tier, hit -> hit.product().sku())
        .containsExactly(tuple(close, CLOSE_SKU, "AB-1234"));
    assertThat(searched.found(query).clearMatch()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"B0-IL01, BO-1101", "BO1LO1, BO-IL01", "5O-II, 50-11"})
  void takes_letters_and_digits_that_look_the_same_for_each_other(String query, String sku) {
    ProductId meant = catalogue.product("Kettle").sku(sku).saved();
    ProductId slip = catalogue.product("Mug").sku(sku + "7").saved();

    assertThat(products(searched.found(query))).startsWith(meant).isSubsetOf(meant, slip);
  }

  @Test
  void finds_latin_letters_in_a_catalogue_that_has_cyrillic_ones() {
    ProductId laptop = catalogue.product("Laptop").sku("XPС-13").saved();

    assertThat(searched.found("xpc13").hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(laptop, EXACT_SKU));
  }

  @Test
  void forgives_two_slips_from_nine_characters() {
    ProductId long9 = catalogue.product("Kettle").sku("QWE-12345R").saved();
    catalogue.product("Mug").sku("ASD-98765").saved();

    assertThat(searched.found("QWE-1234S9").hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(long9, CLOSE_SKU));
    assertThat(searched.found("ASD-987XY").hits()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void finds_a_longer_sku_wherever_the_two_slips_are(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      String sku =
          random
              .ints(11 + random.nextInt(6), 0, 36)
              .mapToObj(SkuSearchTest::letter)
              .collect(Collectors.joining());
      ProductId meant = catalogue.product("Kettle").sku(sku).saved();
      String typed = slip(slip(sku, random), random);

      assertThat(products(searched.found("SKU:" + typed)))
          .as("seed %d: %s for %s", seed, typed, sku)
          .contains(meant);
    }
  }

  private static String slip(String text, Random random) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + letter(random.nextInt(36)) + text.substring(at);
      default -> text.substring(0, at) + letter(random.nextInt(36)) + text.substring(at + 1);
    };
  }

  private static String letter(int number) {
    return Integer.toString(number, 36);
  }

  @Test
  void forgives_no_slip_below_five_characters_nor_in_words() {
    catalogue.product("Kettle").sku("AB-12").sku("ABCDE").saved();

    assertThat(searched.found("AB13").hits()).isEmpty();
    assertThat(searched.found("abcdf").hits()).isEmpty();
    assertThat(searched.found("SKU:abcdf").hits()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB-1234", "ab1234", "SKU:AB 1234", "0095205603217"})
  void asks_for_no_neighbours_of_what_is_exactly_a_sku_or_barcode(String query) {
    ProductId exact = catalogue.product("Kettle").barcode("0095205603217").sku("AB-1234").saved();
    catalogue.product("Part").barcode("90095205603217").sku("X-AB-1234").saved();
    catalogue.product("Slip").barcode("0095205603271").sku("AB-1243").saved();
    catalogue.product("AB, one of the words").saved();

    assertThat(searched.found(query).hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(exact, EXACT_SKU));
    assertThat(search.search(catalogue.workspace(), query, 1, 5).hits()).isEmpty();
  }

  @Test
  void finds_longer_skus_and_titles_beside_an_exact_sku() {
    ProductId exact = catalogue.product("Kettle").sku("AB-1234").saved();
    ProductId begins = catalogue.product("Mug").sku("AB-12345").saved();
    ProductId words = catalogue.product("Lid of AB-1234").saved();

    assertThat(products(searched.found("ab-1234"))).containsExactly(exact, begins, words);
  }
}
