package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.SearchResult.Tier.ALL_WORDS;
import static io.hangtag.core.catalog.SearchResult.Tier.EXACT_SKU;
import static io.hangtag.core.catalog.SearchResult.Tier.EXACT_TITLE;
import static io.hangtag.core.catalog.SearchResult.Tier.SKU_PREFIX;
import static io.hangtag.core.catalog.SearchResult.Tier.TITLE_PREFIX;
import static io.hangtag.core.catalog.SearchResult.Tier.TITLE_WORDS;
import static io.hangtag.core.catalog.SearchedCatalogue.products;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import io.hangtag.core.money.Money;
import io.hangtag.db.TestDatabase;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What holds for a search as a whole: the order, pages, whose products.
class ProductSearchTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final ProductSearch search = new ProductSearch(db.dsl());
  private final SearchedCatalogue searched = new SearchedCatalogue(catalogue, search);

  @Test
  void lets_the_earlier_tier_win_whatever_else_speaks_for_a_product() {
    ProductId words = catalogue.product("My red 70").saved();
    ProductId prefix = catalogue.product("Red 705").saved();
    ProductId all = catalogue.product("70").tags("red").saved();
    ProductId skuPrefix = catalogue.product("Hat").sku("RED-70-9").draft().saved();
    ProductId sku = catalogue.product("A very long title of something").sku("RED70").saved();
    ProductId title = catalogue.product("Red 70").archived().saved();

    SearchResult result = searched.found("red 70");

    assertThat(result.hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(
            tuple(sku, EXACT_SKU),
            tuple(title, EXACT_TITLE),
            tuple(skuPrefix, SKU_PREFIX),
            tuple(words, TITLE_WORDS),
            tuple(prefix, TITLE_PREFIX),
            tuple(all, ALL_WORDS));
    assertThat(result.total()).isEqualTo(6);
  }

  @Test
  void counts_a_product_once_in_its_best_tier() {
    ProductId both = catalogue.product("RK-1").sku("RK-1").sku("RK-10").handle("rk-1").saved();

    SearchResult result = searched.found("rk-1");

    assertThat(result.hits())
        .extracting(hit -> hit.product().id(), Hit::tier, hit -> hit.product().sku())
        .containsExactly(tuple(both, EXACT_SKU, "RK-1"));
    assertThat(result).extracting("total", "exactSkus", "exactTitles").containsExactly(1, 1, 0);
  }

  @Test
  void puts_inactive_products_last_then_the_shorter_title_then_the_older_product() {
    ProductId archived = catalogue.product("Mug A").archived().saved();
    ProductId draft = catalogue.product("Mug B").draft().saved();
    ProductId longer = catalogue.product("Mug CCC").saved();
    ProductId first = catalogue.product("Mug D").saved();
    ProductId second = catalogue.product("Mug E").saved();

    assertThat(products(searched.found("mug")))
        .containsExactly(first, second, longer, archived, draft);
  }

  @Test
  void puts_what_was_linked_lately_and_often_before_what_is_otherwise_as_good() {
    ProductId never = catalogue.product("Blue cup A").saved();
    ProductId once = catalogue.product("Blue cup B").saved();
    ProductId often = catalogue.product("Blue cup C").saved();
    ProductId archived = catalogue.product("Blue cup D").archived().saved();
    catalogue.linked(archived, archived, archived, often, once, often);

    assertThat(products(searched.found("blue cup"))).containsExactly(often, once, never, archived);
  }

  @Test
  void lets_no_link_speak_for_a_product_that_was_taken_back_or_is_another_teams() {
    ProductId first = catalogue.product("Blue cup A").saved();
    ProductId second = catalogue.product("Blue cup B").saved();
    catalogue.linked(second);
    db.dsl().execute("update media_product_links set unlinked_at = now(), unlink_reason = 'wrong'");
    Catalogue other = Catalogue.in(db);
    other.linked(other.product("Blue cup C").saved());

    assertThat(products(searched.found("blue cup"))).containsExactly(first, second);
  }

  @Test
  void never_finds_what_was_deleted() {
    catalogue.product("Red kettle").sku("RK-1").handle("kettle").tags("tea").deleted().saved();

    assertThat(Stream.of("RK-1", "RK-", "red kettle", "kettle", "red", "ket", "tea red"))
        .allSatisfy(query -> assertThat(searched.found(query).total()).isZero());
  }

  @Test
  void never_finds_what_another_team_sells() {
    Catalogue others = Catalogue.in(db);
    others.product("Red kettle").sku("RK-1").barcode("123").handle("kettle").tags("tea").saved();
    ProductId own = catalogue.product("Blue mug").sku("BM-1").saved();

    assertThat(Stream.of("RK-1", "RK-", "123", "red kettle", "kettle", "red", "ket", "tea red"))
        .allSatisfy(query -> assertThat(searched.found(query).total()).isZero());
    assertThat(products(searched.found("BM-1"))).containsExactly(own);
  }

  @Test
  void gives_pages_that_together_are_the_whole() {
    IntStream.range(0, 23).forEach(i -> catalogue.product("Mug " + i % 7).saved());

    List<ProductId> whole = products(search.search(catalogue.workspace(), "mug", 0, 100));
    List<ProductId> pages =
        IntStream.range(0, 5)
            .mapToObj(page -> search.search(catalogue.workspace(), "mug", page * 5, 5))
            .flatMap(page -> products(page).stream())
            .toList();

    assertThat(whole).hasSize(23).doesNotHaveDuplicates();
    assertThat(pages).isEqualTo(whole);
    assertThat(search.search(catalogue.workspace(), "mug", 100, 5))
        .isEqualTo(new SearchResult(List.of(), 23, 23, 0, 0, null));
  }

  @Test
  void stops_counting_where_half_a_large_catalogue_is_called_so() {
    db.dsl()
        .execute(
            """
            insert into products (workspace_id, title, currency, import_hash)
            select {0}, case when i % 2 = 0 then 'Mug ' else 'Muggy ' end || i, 'USD', ''
            from generate_series(1, 8000) i
            """,
            val(catalogue.workspace().value()));
    ProductId sku = catalogue.product("Hat").sku("MUG").saved();
    ProductId title = catalogue.product("Mug").saved();

    SearchResult result = searched.found("mug");

    assertThat(result.total()).isEqualTo(1_502);
    assertThat(products(result)).startsWith(sku, title);
    assertThat(search.search(catalogue.workspace(), "mug", 2, 1_000).hits())
        .hasSize(1_000)
        .allMatch(hit -> hit.tier() == TITLE_WORDS);
  }

  @Test
  void refuses_a_page_that_cannot_be() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.search(catalogue.workspace(), "mug", -1, 5))
        .withMessageContaining("-1");
  }

  @Test
  void says_of_a_product_what_lists_show() {
    ProductId id =
        catalogue
            .product("Red kettle")
            .handle("red-kettle")
            .sku("RK-1")
            .priced(1250)
            .knownTo(Source.PRINTIFY, "p1")
            .knownTo(Source.SHOPIFY, "632910392")
            .draft()
            .saved();

    assertThat(searched.found("RK-1").hits())
        .containsExactly(
            new Hit(
                new Product(
                    id,
                    Source.SHOPIFY,
                    "632910392",
                    "red-kettle",
                    "Red kettle",
                    "RK-1",
                    new Money(1250, Currency.getInstance("USD")),
                    ProductStatus.DRAFT),
                EXACT_SKU,
                1.0));
  }

  @Test
  void searches_among_some_products_only() {
    ProductId linked = catalogue.product("Red kettle").sku("RK-1").saved();
    ProductId other = catalogue.product("Red mug").sku("RK-2").saved();

    SearchResult result = search.searchAmong(catalogue.workspace(), "red", List.of(linked));

    assertThat(products(result)).containsExactly(linked);
    assertThat(result.clearMatch()).map(Product::id).contains(linked);
    assertThat(search.searchAmong(catalogue.workspace(), "RK-2", List.of(linked)).total()).isZero();
    assertThat(search.searchAmong(catalogue.workspace(), "red", List.of()).total()).isZero();
    assertThat(products(search.searchAmong(catalogue.workspace(), "red", List.of(other, linked))))
        .containsExactly(other, linked);
  }

  @Test
  void offers_no_neighbours_of_a_whole_title() {
    ProductId hat = catalogue.product("Blue hat").saved();
    catalogue.product("Blue scarf").saved();

    assertThat(products(searched.found("blue hat"))).containsExactly(hat);
    assertThat(products(searched.found("blue hats now"))).hasSize(2);
  }

  @Test
  void gives_pages_without_repeats_or_gaps_over_all_tiers() {
    IntStream.range(0, 14).forEach(i -> catalogue.product("Mug " + i % 5).sku("M-" + i).saved());
    catalogue.product("Red 70").saved();
    catalogue.product("My red 70").tags("steel").saved();
    catalogue.product("Red 705").archived().saved();
    catalogue.product("Red").tags("70").saved();
    catalogue.product("Hat").sku("RED-70-9").saved();
    catalogue.product("Hat two").sku("X-RED-70").saved();
    catalogue.product("Hat three").sku("RED-07").saved();
    catalogue.product("Cap").sku("RED-07").sku("AB-1234").saved();
    catalogue.product("Garmin watch").sku("AB-1243").saved();
    catalogue.product("Garmin strap").sku("RED-70-X").saved();
    catalogue.counted();
    List<String> queries =
        List.of(
            "red 70",
            "garmn",
            "garmn red 70",
            "AB-1234",
            "AB-1235",
            "ed 70",
            "red07",
            "mug",
            "steel mug 3",
            "x",
            "",
            "hats");
    Set<Tier> seen = EnumSet.noneOf(Tier.class);

    for (String query : queries) {
      SearchResult whole = searched.found(query);
      whole.hits().forEach(hit -> seen.add(hit.tier()));
      assertThat(products(whole)).as(query).hasSize(whole.total()).doesNotHaveDuplicates();
      assertThat(whole.hits()).as(query).isSortedAccordingTo(comparing(Hit::tier));
      for (int size : List.of(1, 2, 3, 7, 11)) {
        assertThat(pages(query, size, whole.total()))
            .as("'%s' by %d", query, size)
            .isEqualTo(whole.hits());
      }
    }

    assertThat(seen).containsExactlyInAnyOrder(Tier.values());
  }

  private List<Hit> pages(String query, int size, int total) {
    return IntStream.rangeClosed(0, total / size)
        .mapToObj(page -> search.search(catalogue.workspace(), query, page * size, size))
        .peek(page -> assertThat(page.total()).as(query).isEqualTo(total))
        .flatMap(page -> page.hits().stream())
        .toList();
  }
}
