package io.hangtag.bot.cli;

import io.hangtag.core.catalog.CatalogueFault;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.money.Money;
import io.hangtag.core.team.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hangtag product list`.
@Command(name = "list", description = "List products that should be looked at.")
final class ProductListCommand implements CoreCommand {
  private static final int MAX_LISTED = 10_000;

  @Mixin private TeamOption team;

  @ArgGroup(multiplicity = "1")
  private Fault fault;

  @Override
  public Answer run(Session session) {
    Workspace workspace = team.among(session.core().workspaces());
    List<Product> found =
        session.core().catalogueQuality().products(workspace.id(), fault.chosen(), MAX_LISTED + 1);
    boolean more = found.size() > MAX_LISTED;
    List<Product> listed = more ? found.subList(0, MAX_LISTED) : found;
    return new Answer(
        new Products(listed.stream().map(ProductDocument::of).toList(), more),
        text(listed) + (more ? "\n... and more." : ""));
  }

  private static String text(List<Product> products) {
    if (products.isEmpty()) {
      return "No such products.";
    }
    Table table = new Table("ID", "TITLE", "SKU", "PRICE", "STATUS", "HANDLE");
    for (Product product : products) {
      table.row(
          product.id().value(),
          product.title(),
          product.sku(),
          product.price(),
          product.status().code(),
          product.handle());
    }
    return table.toString();
  }

  /// Exactly one of these is to be chosen.
  private static final class Fault {
    @Option(
        names = "--shared-sku",
        required = true,
        description = "Those that have a SKU which others have too, by SKU.")
    private boolean sharedSku;

    @Option(names = "--unpriced", required = true, description = "Those without a price.")
    private boolean unpriced;

    @Option(
        names = "--unsold",
        required = true,
        description = "Those that are linked but not for sale: drafts, archived or deleted.")
    private boolean unsold;

    CatalogueFault chosen() {
      if (sharedSku) {
        return CatalogueFault.SHARED_SKU;
      }
      if (unpriced) {
        return CatalogueFault.UNPRICED;
      }
      if (unsold) {
        return CatalogueFault.UNSOLD;
      }
      throw new IllegalStateException("One of the options must be given");
    }
  }

  private record Products(List<ProductDocument> products, boolean more) {}

  private record ProductDocument(
      long id,
      String productSource,
      @Nullable String productId,
      @Nullable String handle,
      String productTitle,
      @Nullable String sku,
      @Nullable String price,
      @Nullable String currency,
      String status) {
    static ProductDocument of(Product product) {
      Money price = product.price();
      return new ProductDocument(
          product.id().value(),
          product.source().code(),
          product.externalId(),
          product.handle(),
          product.title(),
          product.sku(),
          price == null ? null : price.decimal(),
          price == null ? null : price.currency().getCurrencyCode(),
          product.status().code());
    }
  }
}
