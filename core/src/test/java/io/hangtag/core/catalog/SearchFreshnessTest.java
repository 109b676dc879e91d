package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.SearchedCatalogue.products;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Answers that are kept, while another process changes the catalogue.
class SearchFreshnessTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final Database other = Database.open(db.url(), db.user(), db.password());
  private final Catalogue otherProcess = new Catalogue(other.dsl(), catalogue.workspace());
  private final ProductSearch search = new ProductSearch(db.dsl());
  private final SearchedCatalogue searched = new SearchedCatalogue(catalogue, search);

  @AfterEach
  void close() {
    other.close();
  }

  @Test
  void gives_the_answer_it_kept_while_nothing_changes() {
    catalogue.product("Red kettle").saved();

    assertThat(searched.found("kettle")).isSameAs(searched.found("kettle"));
    assertThat(searched.found("kettle")).isNotSameAs(searched.found("red"));
  }

  @Test
  void keeps_answers_for_the_team_the_page_and_the_spelling_they_were_given_for() {
    ProductId own = catalogue.product("Garmin").saved();
    catalogue.counted();
    Catalogue others = Catalogue.in(db);
    ProductId theirs = others.product("Garmin strap").saved();

    assertThat(products(searched.found("garmin"))).containsExactly(own);
    assertThat(products(search.search(others.workspace(), "garmin", 0, 50)))
        .containsExactly(theirs);
    assertThat(search.search(catalogue.workspace(), "garmin", 1, 50).hits()).isEmpty();
    assertThat(products(searched.found("garmn"))).containsExactly(own);
    assertThat(search.searchExactly(catalogue.workspace(), "garmn", 0, 50).hits()).isEmpty();
  }

  @Test
  void sees_at_once_what_another_process_adds() {
    ProductId first = catalogue.product("Red kettle").saved();
    assertThat(products(searched.found("kettle"))).containsExactly(first);

    ProductId second = otherProcess.product("Big red kettle").saved();

    assertThat(products(searched.found("kettle"))).containsExactly(first, second);
  }

  @Test
  void corrects_at_once_by_words_that_another_process_counts() {
    ProductId watch = catalogue.product("Garmin").saved();
    assertThat(searched.found("garmn").hits()).isEmpty();

    otherProcess.counted();

    assertThat(products(searched.found("garmn"))).containsExactly(watch);
    assertThat(searched.found("garmn").correctedTo()).contains("garmin");
  }

  @Test
  void corrects_by_the_old_words_until_the_new_ones_are_committed() {
    ProductId watch = catalogue.product("Garmin").saved();
    catalogue.counted();

    List<ProductId> meanwhile =
        other
            .dsl()
            .transactionResult(
                () -> {
                  otherProcess.product("Keyboard").saved();
                  new CatalogueWords(other.dsl()).recount(catalogue.workspace());
                  assertThat(searched.found("keybaord").hits()).isEmpty();
                  return products(searched.found("garmn"));
                });

    assertThat(meanwhile).containsExactly(watch);
    assertThat(searched.found("keybaord").correctedTo()).contains("keyboard");
  }
}
