package io.hangtag.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.catalog.Products.Lookup;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductsTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final Products products = new Products(db.dsl());

  @Test
  void finds_a_product_by_number_unless_it_was_deleted_or_is_another_teams() {
    ProductId kettle = catalogue.product("Kettle").saved();
    ProductId deleted = catalogue.product("Mug").deleted().saved();
    ProductId others = Catalogue.in(db).product("Hat").saved();

    assertThat(products.find(catalogue.workspace(), kettle)).map(Product::title).contains("Kettle");
    assertThat(products.find(catalogue.workspace(), deleted)).isEmpty();
    assertThat(products.find(catalogue.workspace(), others)).isEmpty();
  }

  @Test
  void knows_products_by_number_also_deleted_ones() {
    ProductId kettle = catalogue.product("Kettle").saved();
    ProductId deleted = catalogue.product("Mug").deleted().saved();
    ProductId others = Catalogue.in(db).product("Hat").saved();

    assertThat(products.byId(catalogue.workspace(), List.of(deleted, kettle, others)))
        .containsOnlyKeys(kettle, deleted);
    assertThat(products.byId(catalogue.workspace(), List.of())).isEmpty();
  }

  @Test
  void tells_the_source_that_sells_a_product() {
    ProductId printed = catalogue.product("A").knownTo(Source.PRINTIFY, "p2").saved();
    ProductId sold =
        catalogue.product("B").knownTo(Source.PRINTIFY, "p3").knownTo(Source.SHOPIFY, "77").saved();
    ProductId exported = catalogue.product("C").handle("c").saved();

    assertThat(products.find(catalogue.workspace(), printed))
        .get()
        .extracting(Product::source, Product::externalId)
        .containsExactly(Source.PRINTIFY, "p2");
    assertThat(products.find(catalogue.workspace(), sold))
        .get()
        .extracting(Product::source, Product::externalId)
        .containsExactly(Source.SHOPIFY, "77");
    assertThat(products.find(catalogue.workspace(), exported))
        .get()
        .extracting(Product::source, Product::externalId)
        .containsExactly(Source.SHOPIFY, null);
  }

  @Test
  void takes_a_reference_for_the_sources_id_before_a_handle_and_a_sku() {
    ProductId bySku = catalogue.product("A").sku("7").saved();
    ProductId byHandle = catalogue.product("B").handle("7").saved();
    ProductId byShopifyId = catalogue.product("C").knownTo(Source.SHOPIFY, "7").saved();
    ProductId byPrintifyId = catalogue.product("D").knownTo(Source.PRINTIFY, "7").saved();

    assertThat(found(Source.SHOPIFY, "7")).isEqualTo(byShopifyId);
    assertThat(found(Source.PRINTIFY, "7")).isEqualTo(byPrintifyId);
    assertThat(found(Source.PRINTIFY, "handle:7")).isEqualTo(byHandle);
    assertThat(found(Source.SHOPIFY, "SKU: 7")).isEqualTo(bySku);
    assertThat(found(Source.SHOPIFY, "id:" + bySku)).isEqualTo(bySku);
  }

  @Test
  void goes_on_to_the_next_kind_of_name_where_the_first_means_nothing_there() {
    catalogue.product("Old").knownTo(Source.SHOPIFY, "7").deleted().saved();
    ProductId byHandle = catalogue.product("B").handle("7").saved();
    ProductId bySku = catalogue.product("A").sku("AB-1/c").saved();

    assertThat(found(Source.SHOPIFY, "7")).isEqualTo(byHandle);
    assertThat(found(Source.SHOPIFY, " ab1C ")).isEqualTo(bySku);
  }

  @Test
  void prefers_the_handle_as_written_to_one_that_only_looks_alike() {
    ProductId dashed = catalogue.product("A").handle("a-b").saved();
    ProductId lowDashed = catalogue.product("B").handle("a_b").saved();

    assertThat(found(Source.SHOPIFY, "a_b")).isEqualTo(lowDashed);
    assertThat(products.resolve(catalogue.workspace(), Source.SHOPIFY, "A B"))
        .isInstanceOfSatisfying(
            Lookup.Ambiguous.class,
            lookup ->
                assertThat(lookup.candidates())
                    .extracting(Product::id)
                    .containsExactly(dashed, lowDashed));
  }

  @Test
  void gives_the_candidates_of_a_shared_sku_by_id() {
    ProductId mug = catalogue.product("Mug").sku("X-1").sku("x1").saved();
    ProductId hat = catalogue.product("A hat").sku("X1").saved();

    Lookup lookup = products.resolve(catalogue.workspace(), Source.SHOPIFY, "x-1");

    assertThat(lookup)
        .isInstanceOfSatisfying(
            Lookup.Ambiguous.class,
            ambiguous -> {
              assertThat(ambiguous.reference()).isEqualTo("x-1");
              assertThat(ambiguous.candidates()).extracting(Product::id).containsExactly(mug, hat);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "---",
        "nothing",
        "id:",
        "id:0",
        "id:-1",
        "id:+1",
        "id:1.5",
        "id:x",
        "id:9223372036854775807",
        "id:9223372036854775808",
        "id:99999999999999999999999",
        "handle:",
        "handle:%",
        "sku:",
        "sku:%",
        "\0",
        "\ud800",
        "'",
        "id:١"
      })
  void knows_nothing_by_a_reference_that_names_nothing(String reference) {
    catalogue.product("!!!").sku("-").handle("-").saved();

    assertThat(products.resolve(catalogue.workspace(), Source.SHOPIFY, reference))
        .isEqualTo(new Lookup.Unknown(reference));
  }

  @Test
  void knows_nothing_of_other_teams() {
    ProductId others =
        Catalogue.in(db)
            .product("Hat")
            .sku("H-1")
            .handle("hat")
            .knownTo(Source.SHOPIFY, "7")
            .saved();

    assertThat(List.of("7", "hat", "h-1", "id:" + others))
        .allSatisfy(
            reference ->
                assertThat(products.resolve(catalogue.workspace(), Source.SHOPIFY, reference))
                    .isEqualTo(new Lookup.Unknown(reference)));
  }

  private ProductId found(Source source, String reference) {
    return switch (products.resolve(catalogue.workspace(), source, reference)) {
      case Lookup.Found(Product product) -> product.id();
      case Lookup.Unknown(_), Lookup.Ambiguous(_, _) ->
          throw new AssertionError("not one product: " + reference);
    };
  }
}
