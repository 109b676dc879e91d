package io.hangtag.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// When a search is sure which product is meant.
class ClearMatchTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final ProductSearch search = new ProductSearch(db.dsl());
  private final SearchedCatalogue searched = new SearchedCatalogue(catalogue, search);

  @Test
  void sees_a_clear_match_in_the_only_hit_of_any_tier() {
    ProductId kettle = catalogue.product("Red kettle").saved();

    assertThat(searched.clearly("ket")).containsExactly(kettle);
    assertThat(searched.clearly("mug")).isEmpty();
  }

  @Test
  void sees_a_clear_match_in_the_only_exact_sku_among_others() {
    ProductId exact = catalogue.product("Kettle").sku("RK-1").saved();
    catalogue.product("RK 1").sku("RK-10").saved();

    assertThat(searched.clearly("rk-1")).containsExactly(exact);
  }

  @Test
  void sees_a_clear_match_in_the_only_exact_title_if_no_sku_is_exact() {
    ProductId exact = catalogue.product("Red kettle").saved();
    catalogue.product("Red kettle, large").saved();

    assertThat(searched.clearly("red kettle")).containsExactly(exact);
  }

  @Test
  void sees_no_clear_match_where_two_are_exact_or_several_only_similar() {
    catalogue.product("Red kettle").saved();
    catalogue.product("Red Kettle").draft().saved();
    catalogue.product("Red cap").saved();

    assertThat(searched.clearly("red kettle")).isEmpty();
    assertThat(searched.clearly("red")).isEmpty();
  }

  @Test
  void sees_no_clear_match_in_an_exact_title_that_is_a_shared_sku_as_well() {
    catalogue.product("Hat").sku("MUG").saved();
    catalogue.product("Cap").sku("MUG").saved();
    catalogue.product("Mug").saved();

    assertThat(searched.clearly("mug")).isEmpty();
  }

  @Test
  void decides_on_all_hits_and_not_on_those_of_the_page() {
    catalogue.product("Red kettle").saved();
    catalogue.product("Red kettle").saved();
    catalogue.product("Red mug").sku("RED").saved();

    assertThat(search.search(catalogue.workspace(), "red kettle", 0, 1).clearMatch()).isEmpty();
    assertThat(search.search(catalogue.workspace(), "red", 2, 1).clearMatch()).isEmpty();
  }

  @Test
  void sees_no_clear_match_in_what_only_resembles_the_text() {
    catalogue.product("Garmin watch").sku("X-1234-AB").saved();
    catalogue.counted();

    assertThat(List.of("1234", "garmn", "garmin kettle", "X-1234-BA", "", "w"))
        .allSatisfy(
            query -> {
              assertThat(searched.found(query).hits()).as(query).hasSize(1);
              assertThat(searched.found(query).clearMatch()).as(query).isEmpty();
            });
  }
}
