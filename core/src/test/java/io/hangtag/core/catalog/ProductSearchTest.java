package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.SearchResult.Tier.ALL_WORDS;
import static io.hangtag.core.catalog.SearchResult.Tier.EXACT_SKU;
import static io.hangtag.core.catalog.SearchResult.Tier.EXACT_TITLE;
import static io.hangtag.core.catalog.SearchResult.Tier.SKU_PREFIX;
import static io.hangtag.core.catalog.SearchResult.Tier.TITLE_PREFIX;
import static io.hangtag.core.catalog.SearchResult.Tier.TITLE_WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import io.hangtag.core.money.Money;
import io.hangtag.db.TestDatabase;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductSearchTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final ProductSearch search = new ProductSearch(db.dsl());

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

    assertThat(found(query).hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(kettle, EXACT_SKU));
  }

  @Test
  void finds_a_barcode_and_shows_the_first_sku() {
    catalogue.product("Kettle").barcode("0095205603217").sku("RK-1").saved();

    SearchResult result = found("0095205603217");

    assertThat(result.hits())
        .extracting(Hit::tier, hit -> hit.product().sku())
        .containsExactly(tuple(EXACT_SKU, "RK-1"));
  }

  @Test
  void finds_all_products_that_share_a_sku_so_that_it_can_be_asked_which() {
    ProductId mug = catalogue.product("Blue mug").sku("M-1").saved();
    ProductId hat = catalogue.product("Hat").sku("m1").saved();

    SearchResult result = found("SKU:M1");

    assertThat(products(result)).containsExactly(hat, mug);
    assertThat(result.exactSkus()).isEqualTo(2);
    assertThat(result.clearMatch()).isEmpty();
  }

  @Test
  void prefers_the_sku_that_is_written_the_same() {
    ProductId plain = catalogue.product("A").sku("57").saved();
    ProductId plus = catalogue.product("A plus").sku("57+").saved();

    assertThat(products(found("57+"))).containsExactly(plus, plain);
    assertThat(products(found("57"))).containsExactly(plain, plus);
  }

  @Test
  void shows_the_sku_that_was_asked_for_once_a_product() {
    catalogue.product("Hoodie").sku("H-S").sku("H-M").sku("H-L").saved();

    assertThat(found("h-m").hits()).extracting(hit -> hit.product().sku()).containsExactly("H-M");
    assertThat(found("hoodie").hits())
        .extracting(hit -> hit.product().sku())
        .containsExactly("H-S");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Café Crème", "cafe creme", "CAFÉ-CRÈME!", "Cafe\u0301 cre\u0300me"})
  void finds_an_exact_title_in_any_case_accent_and_punctuation(String query) {
    ProductId exact = catalogue.product("Café Crème").saved();
    ProductId longer = catalogue.product("Cafe creme mug").saved();

    assertThat(found(query).hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(exact, EXACT_TITLE), tuple(longer, TITLE_WORDS));
  }

  @Test
  void finds_a_handle() {
    ProductId hoodie = catalogue.product("The warm one").handle("blue-hoodie").saved();

    assertThat(found("blue hoodie").hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(hoodie, EXACT_TITLE));
  }

  @Test
  void finds_skus_that_begin_so_the_nearest_first() {
    ProductId longer = catalogue.product("A").sku("ABC-1000").saved();
    ProductId nearer = catalogue.product("Something").sku("ABC-1").saved();

    SearchResult result = found("abc");

    assertThat(result.hits())
        .extracting(hit -> hit.product().id(), Hit::tier, Hit::score)
        .containsExactly(tuple(nearer, SKU_PREFIX, 0.75), tuple(longer, SKU_PREFIX, 0.429));
  }

  @Test
  void finds_no_skus_by_less_than_three_characters() {
    catalogue.product("Kettle").sku("ABC-1").saved();

    assertThat(found("AB").hits()).isEmpty();
    assertThat(found("SKU:AB").hits()).isEmpty();
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

    assertThat(found(query).hits())
        .extracting(hit -> hit.product().id(), Hit::tier)
        .containsExactly(tuple(kettle, tier));
  }

  @ParameterizedTest
  @ValueSource(strings = {"red mug", "ettle", "ket red", "ac", "k", "red -kettle mug"})
  void finds_nothing_where_a_word_is_missing(String query) {
    catalogue.product("Red kettle").vendor("ACME").saved();

    assertThat(found(query)).isEqualTo(new SearchResult(List.of(), 0, 0, 0));
  }

  @Test
  void finds_cyrillic_titles_in_any_form_of_their_words() {
    ProductId hat = catalogue.product("Зелёная шапка").saved();

    assertThat(products(found("зеленая ШАПКИ"))).containsExactly(hat);
    assertThat(products(found("зелёная шап"))).containsExactly(hat);
  }

  @Test
  void lets_the_earlier_tier_win_whatever_else_speaks_for_a_product() {
    ProductId words = catalogue.product("My red cap").saved();
    ProductId prefix = catalogue.product("Red capri").saved();
    ProductId all = catalogue.product("Cap").tags("red").saved();
    ProductId skuPrefix = catalogue.product("Hat").sku("RED-CAP-9").draft().saved();
    ProductId sku = catalogue.product("A very long title of something").sku("REDCAP").saved();
    ProductId title = catalogue.product("Red cap").archived().saved();

    SearchResult result = found("red cap");

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

    SearchResult result = found("rk-1");

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

    assertThat(products(found("mug"))).containsExactly(first, second, longer, archived, draft);
  }

  @Test
  void looks_at_skus_only_if_told_so() {
    ProductId bySku = catalogue.product("Something").sku("HOODIE-1").saved();
    catalogue.product("Hoodie").saved();

    assertThat(products(found("SKU:hoodie"))).containsExactly(bySku);
  }

  @Test
  void never_finds_what_was_deleted() {
    catalogue.product("Red kettle").sku("RK-1").handle("kettle").tags("tea").deleted().saved();

    assertThat(Stream.of("RK-1", "RK-", "red kettle", "kettle", "red", "ket", "tea red"))
        .allSatisfy(query -> assertThat(found(query).total()).isZero());
  }

  @Test
  void never_finds_what_another_team_sells() {
    Catalogue others = Catalogue.in(db);
    others.product("Red kettle").sku("RK-1").barcode("123").handle("kettle").tags("tea").saved();
    ProductId own = catalogue.product("Blue mug").sku("BM-1").saved();

    assertThat(Stream.of("RK-1", "RK-", "123", "red kettle", "kettle", "red", "ket", "tea red"))
        .allSatisfy(query -> assertThat(found(query).total()).isZero());
    assertThat(products(found("BM-1"))).containsExactly(own);
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
        .isEqualTo(new SearchResult(List.of(), 23, 0, 0));
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

    SearchResult result = found("mug");

    assertThat(result.total()).isEqualTo(5_002);
    assertThat(products(result)).startsWith(sku, title);
    assertThat(search.search(catalogue.workspace(), "mug", 2, 4_000).hits())
        .hasSize(4_000)
        .allMatch(hit -> hit.tier() == TITLE_WORDS);
  }

  @Test
  void refuses_a_page_that_cannot_be() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.search(catalogue.workspace(), "mug", -1, 5))
        .withMessageContaining("-1");
  }

  @Test
  void sees_a_clear_match_in_the_only_hit_of_any_tier() {
    ProductId kettle = catalogue.product("Red kettle").saved();

    assertThat(clearly("ket")).containsExactly(kettle);
    assertThat(clearly("mug")).isEmpty();
  }

  @Test
  void sees_a_clear_match_in_the_only_exact_sku_among_others() {
    ProductId exact = catalogue.product("Kettle").sku("RK-1").saved();
    catalogue.product("RK 1").sku("RK-10").saved();

    assertThat(clearly("rk-1")).containsExactly(exact);
  }

  @Test
  void sees_a_clear_match_in_the_only_exact_title_if_no_sku_is_exact() {
    ProductId exact = catalogue.product("Red kettle").saved();
    catalogue.product("Red kettle, large").saved();

    assertThat(clearly("red kettle")).containsExactly(exact);
  }

  @Test
  void sees_no_clear_match_where_two_are_exact_or_several_only_similar() {
    catalogue.product("Red kettle").saved();
    catalogue.product("Red Kettle").draft().saved();
    catalogue.product("Red cap").saved();

    assertThat(clearly("red kettle")).isEmpty();
    assertThat(clearly("red")).isEmpty();
  }

  @Test
  void sees_no_clear_match_in_an_exact_title_that_is_a_shared_sku_as_well() {
    catalogue.product("Hat").sku("MUG").saved();
    catalogue.product("Cap").sku("MUG").saved();
    catalogue.product("Mug").saved();

    assertThat(clearly("mug")).isEmpty();
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

    assertThat(found("RK-1").hits())
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

  @ParameterizedTest
  @MethodSource
  void takes_any_text(String query) {
    catalogue.product("!!!").sku("---").barcode("%").handle("_").saved();
    catalogue.product("Ordinary").sku("O-1").saved();

    assertThat(found(query)).isEqualTo(new SearchResult(List.of(), 0, 0, 0));
  }

  static Stream<String> takes_any_text() {
    return Stream.of(
        "",
        " ",
        "\n\t",
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
        "a",
        "я",
        "茶",
        "1",
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
        "\0",
        "x\0y\0",
        "\ud800",
        "x\udc00",
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

    assertThat(products(found("Kettle ".repeat(500)))).containsExactly(long1);
    assertThat(products(found("k".repeat(3_900)))).containsExactly(long1);
  }

  @Test
  void finds_a_word_between_what_cannot_be_stored() {
    ProductId kettle = catalogue.product("Red kettle").saved();

    assertThat(products(found("red\0 \ud83dkettle\udc00"))).containsExactly(kettle);
  }

  private SearchResult found(String query) {
    return search.search(catalogue.workspace(), query, 0, 50);
  }

  private List<ProductId> clearly(String query) {
    return found(query).clearMatch().map(Product::id).stream().toList();
  }

  private static List<ProductId> products(SearchResult result) {
    return result.hits().stream().map(hit -> hit.product().id()).toList();
  }
}
