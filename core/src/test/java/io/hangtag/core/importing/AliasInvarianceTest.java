package io.hangtag.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.Attribution;
import io.hangtag.core.attribution.CreditedLine;
import io.hangtag.core.attribution.History;
import io.hangtag.core.attribution.RandomShop;
import io.hangtag.core.attribution.Recalculated;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.team.WorkspaceId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether a link is to a product of Shopify or to its twin at Printify must not matter.
final class AliasInvarianceTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final int PRODUCTS = 4;

  private final SampleTeam team = test.team();
  private final Attribution attribution = test.core().attribution();

  @ParameterizedTest
  @ValueSource(longs = {81, 82, 83, 84})
  void a_link_to_the_printify_twin_is_a_link_to_the_product(long seed) {
    Random random = new Random(seed);
    RandomShop shop = new RandomShop(team, new History(test.sql(), team), importedFromShopify());
    shop.fill(random);
    Recalculated _ = attribution.recalculate(team.id());
    List<String> before = credits();
    String figures = figures();
    imports(test.core().productImport()::importPrintify, printify(false));
    int moved = 0;
    for (int number = 0; number < PRODUCTS; number++) {
      moved +=
          test.sql()
              .execute(
                  "update media_product_links set product_id = ? where workspace_id = ? and"
                      + " product_id = ? and (id + ?) % 2 = 0",
                  product("printify", twin(number)).value(),
                  team.id().value(),
                  product("shopify", "90" + number).value(),
                  seed);
    }
    assertThat(moved).isPositive();
    assertThat(credits()).as("seed %d", seed).isNotEqualTo(before);

    imports(test.core().productImport()::importPrintify, printify(true));

    assertThat(credits()).as("seed %d", seed).isEqualTo(before);
    Recalculated _ = attribution.refresh(team.id());
    assertThat(figures()).as("seed %d", seed).isEqualTo(figures);
  }

  private List<ProductId> importedFromShopify() {
    imports(
        test.core().productImport()::importShopify,
        "{\"products\": [%s]}"
            .formatted(
                each(
                    number ->
                        """
                        {"id": 90%d, "handle": "p%d", "title": "Product %d", "status": "active",
                         "variants": [{"id": %d, "title": "One", "sku": "S%d", "price": "5.00"}]}
                        """
                            .formatted(number, number, number, number + 1, number))));
    return IntStream.range(0, PRODUCTS)
        .mapToObj(number -> product("shopify", "90" + number))
        .toList();
  }

  private static String printify(boolean published) {
    return "[%s]"
        .formatted(
            each(
                number ->
                    """
                    {"id": "%s", "title": "Twin %d", "variants": [
                      {"id": 1, "sku": "P%d", "price": 500, "title": "One", "is_enabled": true}]%s}
                    """
                        .formatted(
                            twin(number),
                            number,
                            number,
                            published
                                ? ", \"external\": {\"id\": \"90%d\", \"handle\": \"p%d\"}"
                                    .formatted(number, number)
                                : "")));
  }

  private static String each(IntFunction<String> product) {
    return IntStream.range(0, PRODUCTS).mapToObj(product).collect(Collectors.joining(","));
  }

  private static String twin(int number) {
    return "5d39b411749d0a000f30e0f" + number;
  }

  private ProductId product(String source, String externalId) {
    return new ProductId(
        test.sql()
            .fetchSingle(
                "select product_id from product_aliases where workspace_id = ? and source = ? and"
                    + " external_id = ?",
                team.id().value(),
                source,
                externalId)
            .get(0, Long.class));
  }

  private void imports(Reading reading, String file) {
    ImportReport report =
        reading.read(
            team.id(), new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), _ -> {});
    assertThat(report.rejected()).isEmpty();
  }

  private List<String> credits() {
    List<CreditedLine> lines = new ArrayList<>();
    attribution.credits(team.id(), RandomShop.ALL, Optional.empty(), lines::add);
    return lines.stream().map(CreditedLine::toString).toList();
  }

  /// The sums that are kept, whatever links they are on.
  private String figures() {
    return test.sql()
        .fetch(
            "select product_id, day, post_id, media_item_id, currency, revenue_minor,"
                + " order_millionths, orders from credit_days where workspace_id = ?"
                + " order by 1, 2, 3, 4, 5, 6",
            team.id().value())
        .formatCSV();
  }

  private interface Reading {
    ImportReport read(WorkspaceId workspace, InputStream file, Progress progress);
  }
}
