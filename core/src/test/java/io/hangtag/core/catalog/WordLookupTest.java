package io.hangtag.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.catalog.LaterTierQueries.SomeWords;
import io.hangtag.core.catalog.ProductSearch.Page;
import io.hangtag.core.catalog.ProductSearchQueries.Found;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Other ways to look words up: whichever is taken, the same is found.
class WordLookupTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final ProductSearchQueries queries = new ProductSearchQueries(db.dsl());

  @BeforeEach
  void fill() {
    catalogue.product("Red kettle").saved();
    catalogue.product("Kettle").sku("KET-1").saved();
    catalogue.product("Ket").saved();
    catalogue.product("Big ket and kettle, red").archived().saved();
    catalogue.product("Mug").tags("kettle").saved();
    catalogue.product("Red mug with kettle").saved();
    Catalogue.in(db).product("Red kettle of others").saved();
    catalogue.product("Green ketchup").saved();
    catalogue.product("Red").saved();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100})
  void finds_the_same_whether_it_looks_at_the_newest_first(int newest) {
    Found expected = found("ket", new WordLookup("ket", null, 0));

    assertThat(expected.hits()).extracting(Hit::tier).contains(Tier.TITLE_PREFIX);
    assertThat(found("ket", new WordLookup("ket", null, newest))).isEqualTo(expected);
    assertThat(found("red ket", new WordLookup("red ket", null, newest)))
        .isEqualTo(found("red ket", new WordLookup("red ket", null, 0)));
  }

  @ParameterizedTest
  @CsvSource({"red ket, red k", "red kettle, red k", "big red ket, big red k", "ket red, ket r"})
  void finds_the_same_by_less_of_the_last_word(String text, String words) {
    Found expected = found(text, new WordLookup(text, null, 0));

    assertThat(expected.total()).isPositive();
    assertThat(found(text, new WordLookup(words, null, 0))).isEqualTo(expected);
  }

  @Test
  void looks_at_no_more_of_the_newest_than_told() {
    assertThat(begun("ket", new WordLookup("nothing else", null, 2)))
        .containsExactly("Green ketchup");
    assertThat(begun("ket", new WordLookup("nothing else", null, 4)))
        .containsExactly("Green ketchup", "Red mug with kettle");
  }

  @ParameterizedTest
  @CsvSource({
    "big ket and kettle red, ket",
    "big ket and kettle re, kettle",
    "red mug with ket, mug with",
    "red kettle, kettle",
    "red-mug with kettle, red-mug"
  })
  void finds_the_same_by_few_of_the_words(String text, String few) {
    Found expected = found(text, new WordLookup(text, null, 0));

    assertThat(expected.total()).isPositive();
    assertThat(found(text, new WordLookup(text, few, 0))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ket", "red kettle", "red ket", "et1", "kettle mug red", "1", "KET-1"})
  void finds_the_same_among_few_products_of_others_as_among_many(String text) {
    ReachQueries many = ReachQueries.of(catalogue.workspace());
    WordLookup lookup = new WordLookup(text, null, 0);
    List<String> words = SearchText.of(text).separateWords();
    SomeWords someWords = new SomeWords(words, words, 10);
    Catalogue.in(db).product("Kettle mug").sku("AKET-12").saved();

    assertThat(among(many.amongFewOthers(), text, lookup)).isEqualTo(among(many, text, lookup));
    assertThat(some(many.amongFewOthers(), text, someWords)).isEqualTo(some(many, text, someWords));
  }

  @Test
  void looks_for_parts_of_skus_only_where_there_is_too_little() {
    for (int i = 0; i < 9; i++) {
      catalogue.product("Pan 77" + i).sku("77" + i).saved();
    }
    catalogue.product("Lid").sku("A-7712").saved();
    catalogue.product("Lid").sku("B-7712").saved();

    assertThat(tiers("77")).doesNotContain(Tier.SKU_PART);
    assertThat(tiers("7712")).containsExactly(Tier.SKU_PART, Tier.SKU_PART);
    catalogue.product("Pan").sku("7712").saved();
    assertThat(tiers("7712")).containsExactly(Tier.EXACT_SKU);
  }

  private List<Tier> tiers(String text) {
    WordLookup lookup = new WordLookup(text, null, 0);
    return among(ReachQueries.of(catalogue.workspace()), text, lookup).hits().stream()
        .map(Hit::tier)
        .toList();
  }

  private Found among(ReachQueries reach, String text, WordLookup lookup) {
    return queries.searchWithSkuParts(
        new ProductTierQueries(reach), SearchText.of(text), lookup, new Page(0, 50));
  }

  private Found some(ReachQueries reach, String text, SomeWords words) {
    return queries.skuPartsAndSomeWords(
        new ProductTierQueries(reach), SearchText.of(text), words, new Page(0, 50));
  }

  private List<String> begun(String text, WordLookup lookup) {
    return found(text, lookup).hits().stream()
        .filter(hit -> hit.tier() == Tier.TITLE_PREFIX)
        .map(hit -> hit.product().title())
        .toList();
  }

  private Found found(String text, WordLookup lookup) {
    return queries.search(
        new ProductTierQueries(ReachQueries.of(catalogue.workspace())),
        SearchText.of(text),
        lookup,
        new Page(0, 50));
  }
}
