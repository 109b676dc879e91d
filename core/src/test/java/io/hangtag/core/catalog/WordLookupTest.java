package io.hangtag.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.catalog.ProductSearch.Page;
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
    SearchResult expected = found("ket", new WordLookup("ket", 0));

    assertThat(expected.hits()).extracting(Hit::tier).contains(Tier.TITLE_PREFIX);
    assertThat(found("ket", new WordLookup("ket", newest))).isEqualTo(expected);
    assertThat(found("red ket", new WordLookup("red ket", newest)))
        .isEqualTo(found("red ket", new WordLookup("red ket", 0)));
  }

  @ParameterizedTest
  @CsvSource({"red ket, red k", "red kettle, red k", "big red ket, big red k", "ket red, ket r"})
  void finds_the_same_by_less_of_the_last_word(String text, String words) {
    SearchResult expected = found(text, new WordLookup(text, 0));

    assertThat(expected.total()).isPositive();
    assertThat(found(text, new WordLookup(words, 0))).isEqualTo(expected);
  }

  @Test
  void looks_at_no_more_of_the_newest_than_told() {
    assertThat(begun("ket", new WordLookup("nothing else", 2))).containsExactly("Green ketchup");
    assertThat(begun("ket", new WordLookup("nothing else", 4)))
        .containsExactly("Green ketchup", "Red mug with kettle");
  }

  private List<String> begun(String text, WordLookup lookup) {
    return found(text, lookup).hits().stream()
        .filter(hit -> hit.tier() == Tier.TITLE_PREFIX)
        .map(hit -> hit.product().title())
        .toList();
  }

  private SearchResult found(String text, WordLookup lookup) {
    return queries.search(
        ProductTierQueries.of(catalogue.workspace()), SearchText.of(text), lookup, new Page(0, 50));
  }
}
