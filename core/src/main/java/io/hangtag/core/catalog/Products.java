package io.hangtag.core.catalog;

import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// A team's products by their names on the command line and in shops.
///
/// Safe for use by many threads.
public final class Products {
  // Longer ones may not fit a long, and no catalogue has that many.
  private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]{0,17}");

  private final ProductQueries queries;

  public Products(DSLContext db) {
    this.queries = new ProductQueries(db);
  }

  /// The product with Hangtag's own number, or the one that it turned out to be, unless that was
  /// deleted.
  public Optional<Product> find(WorkspaceId workspace, ProductId product) {
    return queries.findProduct(workspace, product);
  }

  /// The number of the product that this one turned out to be; mostly its own.
  public ProductId standIn(WorkspaceId workspace, ProductId product) {
    return queries.standIn(workspace, product).orElse(product);
  }

  /// Products by number, also those that were deleted since: links and history still name them.
  public Map<ProductId, Product> byId(WorkspaceId workspace, Collection<ProductId> products) {
    return queries.productsWithIds(workspace, products).stream()
        .collect(Collectors.toUnmodifiableMap(Product::id, Function.identity()));
  }

  /// Products by number, without those that were deleted.
  public Map<ProductId, Product> present(WorkspaceId workspace, Collection<ProductId> products) {
    return queries.presentProducts(workspace, products).stream()
        .collect(Collectors.toUnmodifiableMap(Product::id, Function.identity()));
  }

  /// Where pictures of these products are, of those that have one.
  public Map<ProductId, String> imageUrls(WorkspaceId workspace, Collection<ProductId> products) {
    return queries.imageUrls(workspace, products);
  }

  /// The product that `reference` names on the command line: the source's product id, else its
  /// handle, else a SKU; `id:` (Hangtag's own), `handle:` and `sku:` force one.
  public Lookup resolve(WorkspaceId workspace, Source source, String reference) {
    List<Product> candidates =
        candidates(workspace, source, SearchText.storable(reference).strip());
    return switch (candidates.size()) {
      case 0 -> new Lookup.Unknown(reference);
      case 1 -> new Lookup.Found(candidates.getFirst());
      default -> new Lookup.Ambiguous(reference, candidates);
    };
  }

  private List<Product> candidates(WorkspaceId workspace, Source source, String reference) {
    if (isForced("id:", reference)) {
      return numbered(workspace, without("id:", reference));
    }
    if (isForced("handle:", reference)) {
      return queries.productsByHandle(workspace, without("handle:", reference));
    }
    if (isForced("sku:", reference)) {
      return queries.productsBySku(workspace, without("sku:", reference));
    }
    return queries.productsByAnyName(workspace, source, reference);
  }

  private List<Product> numbered(WorkspaceId workspace, String number) {
    return NUMBER.matcher(number).matches()
        ? find(workspace, new ProductId(Long.parseLong(number))).stream().toList()
        : List.of();
  }

  private static boolean isForced(String prefix, String reference) {
    return reference.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static String without(String prefix, String reference) {
    return reference.substring(prefix.length()).strip();
  }

  /// What a reference turned out to name.
  public sealed interface Lookup {
    /// Exactly this one.
    record Found(Product product) implements Lookup {}

    /// Nothing in this team's catalogue.
    record Unknown(String reference) implements Lookup {}

    /// Several; which is meant has to be asked. By id.
    record Ambiguous(String reference, List<Product> candidates) implements Lookup {
      public Ambiguous {
        candidates = List.copyOf(candidates);
      }
    }
  }
}
