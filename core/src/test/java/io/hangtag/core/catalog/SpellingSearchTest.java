package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.SearchResult.Tier.CORRECTED;
import static io.hangtag.core.catalog.SearchResult.Tier.SKU_PART;
import static io.hangtag.core.catalog.SearchResult.Tier.SOME_WORDS;
import static io.hangtag.core.catalog.SearchResult.Tier.TITLE_PREFIX;
import static io.hangtag.core.catalog.SearchedCatalogue.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Words that no product has, corrected by the words that products have.
class SpellingSearchTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final ProductSearch search = new ProductSearch(db.dsl());
  private final SearchedCatalogue searched = new SearchedCatalogue(catalogue, search);

  @Test
  void corrects_a_word_that_no_product_has() {
    ProductId watch = catalogue.product("Garmin watch").saved();
    catalogue.product("Garden chair").saved();
    catalogue.counted();

    SearchResult result = searched.found("Garmn watch");

    assertThat(result.hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(watch, CORRECTED));
    assertThat(result.correctedTo()).contains("garmin watch");
    assertThat(result.sure()).isZero();
  }

  @Test
  void puts_what_is_corrected_after_skus_that_have_what_is_written() {
    ProductId meant = catalogue.product("Garmin 55").saved();
    ProductId written = catalogue.product("Something").sku("A-GARMN-55-X").archived().saved();
    catalogue.counted();

    assertThat(searched.found("garmn 55").hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(written, SKU_PART), tuple(meant, CORRECTED));
  }

  @Test
  void puts_skus_with_letters_that_are_a_slip_away_from_a_word_after_the_word() {
    ProductId part = catalogue.product("Something").sku("A-GARMN-1").saved();
    ProductId meant = catalogue.product("Garmin").archived().saved();
    catalogue.counted();

    assertThat(searched.found("garmn").hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(meant, CORRECTED), tuple(part, SKU_PART));
    assertThat(searched.found("SKU:garmn").hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(part, SKU_PART));
  }

  @Test
  void takes_of_several_words_the_one_that_products_have_with_the_others() {
    ProductId player = catalogue.product("CD player").saved();
    catalogue.product("Paper").saved();
    catalogue.product("Paper for letters").saved();
    catalogue.counted();

    SearchResult result = searched.found("cd payer");

    assertThat(result.correctedTo()).contains("cd player");
    assertThat(result.hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(player, CORRECTED));
    assertThat(searched.found("payer").correctedTo()).contains("paper");
  }

  @Test
  void takes_a_word_for_a_slip_where_no_product_has_it_with_the_others() {
    ProductId player = catalogue.product("CD player").saved();
    catalogue.product("Player").saved();
    ProductId layer = catalogue.product("Layer of something").saved();
    catalogue.counted();

    SearchResult result = searched.found("cd layer");

    assertThat(result.correctedTo()).contains("cd player");
    assertThat(result.hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .startsWith(tuple(player, CORRECTED));
    assertThat(products(searched.found("layer something"))).containsExactly(layer);
    assertThat(searched.found("layer something").correctedTo()).isEmpty();
    assertThat(searched.found("layer of blankets").correctedTo()).isEmpty();
  }

  @Test
  void corrects_three_letters_beside_other_words() {
    ProductId mug = catalogue.product("Red mug").saved();
    catalogue.counted();

    assertThat(products(searched.found("rad mug"))).containsExactly(mug);
    assertThat(searched.found("rad mug").correctedTo()).contains("red mug");
    assertThat(searched.found("rad").hits()).isEmpty();
  }

  @Test
  void corrects_nothing_if_asked_exactly() {
    ProductId watch = catalogue.product("Garmin watch").sku("AB-1234").saved();
    catalogue.counted();

    SearchResult exact = search.searchExactly(catalogue.workspace(), "garmn watch", 0, 50);

    assertThat(exact.hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(watch, SOME_WORDS));
    assertThat(exact.correctedTo()).isEmpty();
    assertThat(search.searchExactly(catalogue.workspace(), "AB-1243", 0, 50).hits()).isEmpty();
  }

  @Test
  void corrects_cyrillic_words() {
    ProductId hat = catalogue.product("Зелёная шапка").saved();
    catalogue.counted();

    SearchResult result = searched.found("зелёная ШАБКА");

    assertThat(result.hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(hat, CORRECTED));
    assertThat(result.correctedTo()).contains("зеленая шапка");
  }

  @Test
  void leaves_a_word_alone_that_is_being_typed() {
    ProductId watch = catalogue.product("Garmin").saved();
    catalogue.product("Karma").saved();
    catalogue.counted();

    SearchResult result = searched.found("garm");

    assertThat(result.hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(watch, TITLE_PREFIX));
    assertThat(result.correctedTo()).isEmpty();
  }

  @Test
  void says_what_was_corrected_also_where_only_some_of_the_words_are_found() {
    catalogue.product("Garmin").saved();
    catalogue.counted();

    SearchResult result = searched.found("garmn blanket");

    assertThat(result.correctedTo()).contains("garmin blanket");
    assertThat(result.hits()).extracting(Hit::tier).containsExactly(SOME_WORDS);
  }

  @Test
  void corrects_by_the_words_of_the_own_team_only() {
    Catalogue others = Catalogue.in(db);
    others.product("Garmin watch").saved();
    others.counted();
    catalogue.product("Garden watch").saved();
    catalogue.counted();

    assertThat(search.search(others.workspace(), "garmn", 0, 5).hits()).hasSize(1);
    assertThat(searched.found("garmn")).isEqualTo(new SearchResult(List.of(), 0, 0, 0, 0, null));
    assertThat(search.search(others.workspace(), "gardn", 0, 5).hits()).isEmpty();
  }
}
