package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.SearchResult.Tier.CLOSE_SKU;
import static io.hangtag.core.catalog.SearchResult.Tier.CORRECTED;
import static io.hangtag.core.catalog.SearchResult.Tier.EXACT_SKU;
import static io.hangtag.core.catalog.SearchResult.Tier.EXACT_TITLE;
import static io.hangtag.core.catalog.SearchResult.Tier.RECENT;
import static io.hangtag.core.catalog.SearchResult.Tier.SKU_PART;
import static io.hangtag.core.catalog.SearchResult.Tier.SKU_PREFIX;
import static io.hangtag.core.catalog.SearchResult.Tier.SOME_WORDS;
import static io.hangtag.core.catalog.SearchResult.Tier.TITLE_PREFIX;
import static io.hangtag.core.catalog.SearchResult.Tier.TITLE_WORDS;
import static io.hangtag.core.catalog.SearchedCatalogue.products;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import io.hangtag.db.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that nobody should type.
class HostileSearchTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final SearchedCatalogue searched =
      new SearchedCatalogue(catalogue, new ProductSearch(db.dsl()));

  private static final List<String> MARKS =
      List.of(
          "'",
          "''",
          "\"",
          "\\",
          "\\'",
          "%",
          "_",
          "%%_",
          "&",
          "|",
          "!",
          "<->",
          ":*",
          ":",
          "(",
          ")",
          "( !",
          "--",
          "/*",
          "*/",
          ";",
          "$$",
          "?",
          "??",
          "{",
          "}",
          "[",
          "^",
          ".*",
          "\0",
          "\t\n",
          "🐱",
          "👩‍👩‍👧",
          "\u202e",
          "\ufeff",
          "\ud83d",
          "\udc00");

  @Test
  void reads_over_marks_in_every_tier() {
    ProductId watch = catalogue.product("Garmin watch").sku("AB-1234").saved();
    catalogue.counted();

    assertThat(MARKS)
        .allSatisfy(
            mark -> {
              assertThat(tiers("sku:AB" + mark + "1234")).as(mark).containsExactly(EXACT_SKU);
              assertThat(tiers("garmin " + mark + " watch")).containsExactly(EXACT_TITLE);
              assertThat(tiers("AB" + mark + "123")).containsExactly(SKU_PREFIX);
              assertThat(tiers("watch " + mark + " garmin")).containsExactly(TITLE_WORDS);
              assertThat(tiers("watch " + mark + " gar" + mark)).containsExactly(TITLE_PREFIX);
              assertThat(tiers("sku:B" + mark + "123")).containsExactly(SKU_PART);
              assertThat(tiers("garmn " + mark + " watch")).containsExactly(CORRECTED);
              assertThat(tiers("kettle " + mark + " watch")).containsExactly(SOME_WORDS);
              assertThat(tiers("sku:AB" + mark + "1243")).containsExactly(CLOSE_SKU);
              assertThat(products(searched.found(mark + " garmin watch"))).containsExactly(watch);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garmn ' or 1=1; drop table products; -- watch",
        "garmn & ! watch",
        "garmn:* | watch:A",
        "garmn <-> watch",
        "garmn <2> watch",
        "\\garmn\\ %watch_",
        "{0} $1 ? :name ${x} garmn"
      })
  void takes_queries_for_words(String query) {
    ProductId watch = catalogue.product("Garmin watch").saved();
    catalogue.counted();

    assertThat(products(searched.found(query))).containsExactly(watch);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x ", "1", "%", "'", "\\", "🐱", "я", "帽", "\0"})
  void takes_ten_thousand_characters_in_every_tier(String part) {
    ProductId watch = catalogue.product("Garmin watch").sku("AB-1234").saved();
    catalogue.counted();
    String much = part.repeat(10_000 / part.length());

    assertThat(products(searched.found("garmn watch " + much))).containsExactly(watch);
    assertThat(searched.found("sku:" + much + "1").exactSkus()).isZero();
    assertThat(searched.found("zz1" + much).hits()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void takes_any_text(String query) {
    catalogue.product("!!!").sku("---").barcode("%").handle("_").saved();
    catalogue.product("Ordinary").sku("O-1").saved();

    assertThat(searched.found(query)).isEqualTo(new SearchResult(List.of(), 0, 0, 0, 0, null));
  }

  static Stream<String> takes_any_text() {
    return Stream.of(
        "%",
        "_",
        "'",
        "''",
        "\"",
        "\\",
        "%_'\"\\",
        "---",
        "/*",
        "-- x",
        "' or 1=1",
        "SKU:",
        "sku:%",
        "sku:---",
        ":*",
        "x:*",
        "!x",
        "x & !",
        "(",
        "x | y <->",
        "<2>",
        "a:A",
        "x\0y\0",
        "🐱",
        "👩‍👩‍👧",
        "\u202e\u200f\u2066",
        "\ufeff",
        "\u00ad",
        "x".repeat(3_900),
        "x ".repeat(1_950),
        "%".repeat(3_900),
        "🐱".repeat(1_950),
        "1e5x",
        "0x1F",
        "$1",
        "{0}",
        "?",
        ":name",
        "${x}",
        "null");
  }

  @Test
  void finds_titles_and_skus_of_any_length_by_their_beginning() {
    ProductId long1 = catalogue.product("Kettle ".repeat(2_000)).sku("K".repeat(5_000)).saved();

    assertThat(products(searched.found("Kettle ".repeat(500)))).containsExactly(long1);
    assertThat(products(searched.found("k".repeat(3_900)))).containsExactly(long1);
  }

  @Test
  void finds_a_word_between_what_cannot_be_stored() {
    ProductId kettle = catalogue.product("Red kettle").saved();

    assertThat(products(searched.found("red\0 \ud83dkettle\udc00"))).containsExactly(kettle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\0", "\ud800", "a", "я", "1", "x\udc00"})
  void shows_what_is_new_where_a_text_says_nothing(String query) {
    ProductId older = catalogue.product("!!!").sku("---").barcode("%").handle("_").saved();
    ProductId archived = catalogue.product("Ordinary").sku("O-1").archived().saved();
    ProductId newer = catalogue.product("Usual").saved();

    SearchResult result = searched.found(query);

    assertThat(products(result)).containsExactly(newer, older, archived);
    assertThat(result.hits()).allMatch(hit -> hit.tier() == RECENT);
    assertThat(result.clearMatch()).isEmpty();
  }

  private List<Tier> tiers(String query) {
    return searched.found(query).hits().stream().map(Hit::tier).toList();
  }
}
