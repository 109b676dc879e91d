package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.SearchResult.Tier.EXACT_TITLE;
import static io.hangtag.core.catalog.SearchResult.Tier.SOME_WORDS;
import static io.hangtag.core.catalog.SearchResult.Tier.TITLE_WORDS;
import static io.hangtag.core.catalog.SearchedCatalogue.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import io.hangtag.db.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// By words: titles, handles, tags, types and vendors, in any script.
class WordSearchTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final SearchedCatalogue searched =
      new SearchedCatalogue(catalogue, new ProductSearch(db.dsl()));

  @ParameterizedTest
  @ValueSource(strings = {"Café Crème", "cafe creme", "CAFÉ-CRÈME!", "Cafe\u0301 cre\u0300me"})
  void finds_an_exact_title_in_any_case_accent_and_punctuation(String query) {
    ProductId exact = catalogue.product("Café Crème").saved();
    ProductId longer = catalogue.product("Cafe creme mug").saved();

    assertThat(searched.found(query).hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(exact, EXACT_TITLE), tuple(longer, TITLE_WORDS));
  }

  @Test
  void finds_a_handle() {
    ProductId hoodie = catalogue.product("The warm one").handle("blue-hoodie").saved();

    assertThat(searched.found("blue hoodie").hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(hoodie, EXACT_TITLE));
  }

  @ParameterizedTest
  @CsvSource({
    "kettle red, TITLE_WORDS",
    "kettles, TITLE_WORDS",
    "mens kettle, TITLE_WORDS",
    "men's, TITLE_WORDS",
    "tshirt, TITLE_WORDS",
    "t shirt, TITLE_WORDS",
    "T-shirts, TITLE_WORDS",
    "red ket, TITLE_PREFIX",
    "generato, TITLE_PREFIX",
    "red k, TITLE_PREFIX",
    "t-s, TITLE_PREFIX",
    "tsh, TITLE_PREFIX",
    "acme red, ALL_WORDS",
    "summer kitchenware kettle, ALL_WORDS",
  })
  void finds_words_of_a_title_or_of_all_there_is(String query, Tier tier) {
    ProductId kettle =
        catalogue
            .product("Men’s red kettle generators T-shirt")
            .vendor("ACME")
            .type("Kitchenware")
            .tags("Summer", "sale")
            .saved();

    assertThat(searched.found(query).hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(kettle, tier));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mug", "ettle", "ac", "red-kettle-mug"})
  void finds_nothing_where_the_only_word_is_missing(String query) {
    catalogue.product("Red kettle").vendor("ACME").saved();

    assertThat(searched.found(query)).isEqualTo(new SearchResult(List.of(), 0, 0, 0, 0, null));
  }

  @Test
  void finds_cyrillic_titles_in_any_form_of_their_words() {
    ProductId hat = catalogue.product("Зелёная шапка").saved();

    assertThat(products(searched.found("зеленая ШАПКИ"))).containsExactly(hat);
    assertThat(products(searched.found("зелёная шап"))).containsExactly(hat);
  }

  @Test
  void finds_some_of_the_words_where_no_product_has_all() {
    ProductId one = catalogue.product("Steel pan").saved();
    ProductId two = catalogue.product("Very large and very red kettle").saved();
    ProductId twoArchived = catalogue.product("Red kettle").archived().saved();
    catalogue.product("Mug").saved();

    assertThat(searched.found("red steel kettle").hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(
            tuple(two, SOME_WORDS), tuple(twoArchived, SOME_WORDS), tuple(one, SOME_WORDS));
    assertThat(searched.found("red steel kettle").clearMatch()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"red mug", "ket red", "red -kettle mug", "k red"})
  void offers_the_only_product_with_some_of_the_words_but_is_not_sure(String query) {
    ProductId kettle = catalogue.product("Red kettle").saved();
    catalogue.product("Blue cap").saved();

    assertThat(searched.found(query).hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(kettle, SOME_WORDS));
    assertThat(searched.found(query).clearMatch()).isEmpty();
  }

  @Test
  void asks_for_some_of_the_words_only_while_few_have_all() {
    IntStream.range(0, 10).forEach(i -> catalogue.product("Red kettle " + i).saved());
    catalogue.product("Red cap").saved();

    assertThat(searched.found("red kettle").hits())
        .hasSize(10)
        .allMatch(hit -> hit.tier() == TITLE_WORDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"帽", "製", "帽子", "日本製", "綿の帽", "nike 帽子", "NIKE 製", "日本 帽子"})
  void finds_parts_of_titles_that_are_written_without_blanks(String query) {
    ProductId hat = catalogue.product("Nike 日本製綿の帽子").archived().saved();
    catalogue.product("Nike 子靴").saved();

    assertThat(products(searched.found(query))).startsWith(hat);
  }

  @Test
  void finds_no_letters_in_another_order() {
    catalogue.product("日本製綿の帽子").saved();

    assertThat(searched.found("子帽").hits()).isEmpty();
  }

  @Test
  void finds_a_frequent_word_beside_one_that_no_product_has() {
    ProductId kettle = catalogue.product("Kettle").saved();
    catalogue.counted();
    catalogue
        .sql()
        .execute(
            "update catalogue_words set products = 1000000 where workspace_id = ?",
            catalogue.workspace().value());

    assertThat(products(searched.found("kettle xyzzyx"))).containsExactly(kettle);
    assertThat(products(searched.found("kettle 4711"))).containsExactly(kettle);
  }
}
