package io.hangtag.bot.cli;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.SearchResult;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import io.hangtag.core.money.Money;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag product ...`.
@Command(
    name = "product",
    description = "Look into the catalogue.",
    subcommands = {ProductCommand.Search.class, ProductListCommand.class})
final class ProductCommand {

  /// `hangtag product search`.
  @Command(name = "search", description = "Find products by name or SKU, the best first.")
  static final class Search implements CoreCommand {
    @Mixin private TeamOption team;

    @Parameters(paramLabel = "QUERY", description = "Words or a SKU.")
    private String query;

    @Option(
        names = "--limit",
        paramLabel = "N",
        converter = ArgumentTypes.Limit.class,
        description = "How many at most; ${DEFAULT-VALUE} if not given.")
    private int limit = 10;

    @Option(names = "--exactly", description = "Correct no words, and guess no SKUs.")
    private boolean exactly;

    @Override
    public Answer run(Session session) {
      WorkspaceId workspace = team.among(session.core().workspaces()).id();
      ProductSearch search = session.core().search();
      SearchResult found =
          exactly
              ? search.searchExactly(workspace, query, 0, limit)
              : search.search(workspace, query, 0, limit);
      return new Answer(Products.of(found), corrected(found) + text(found));
    }

    private static String corrected(SearchResult found) {
      return found.correctedTo().map("Showing results for %s.\n"::formatted).orElse("");
    }

    private static String text(SearchResult found) {
      if (found.hits().isEmpty()) {
        return "No products found.";
      }
      Table table = new Table("ID", "TITLE", "SKU", "PRICE", "STATUS", "HANDLE", "MATCH");
      for (Hit hit : found.hits()) {
        Product product = hit.product();
        table.row(
            product.id().value(),
            product.title(),
            product.sku(),
            product.price(),
            product.status().code(),
            product.handle(),
            code(hit.tier()).replace('_', ' '));
      }
      int more = found.total() - found.hits().size();
      return more == 0 ? table.toString() : "%s\n... and %,d more.".formatted(table, more);
    }

    private record Products(List<HitDocument> products, int total, @Nullable String correctedTo) {
      static Products of(SearchResult found) {
        return new Products(
            found.hits().stream().map(HitDocument::of).toList(), found.total(), found.correction());
      }
    }
  }

  private static String code(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  /// A product that was found, as JSON.
  private record HitDocument(
      long id,
      String productSource,
      @Nullable String productId,
      @Nullable String handle,
      String productTitle,
      @Nullable String sku,
      @Nullable String price,
      @Nullable String currency,
      String status,
      String match,
      double score) {
    static HitDocument of(Hit hit) {
      Product product = hit.product();
      Money price = product.price();
      return new HitDocument(
          product.id().value(),
          product.source().code(),
          product.externalId(),
          product.handle(),
          product.title(),
          product.sku(),
          price == null ? null : price.decimal(),
          price == null ? null : price.currency().getCurrencyCode(),
          product.status().code(),
          code(hit.tier()),
          hit.score());
    }
  }
}
