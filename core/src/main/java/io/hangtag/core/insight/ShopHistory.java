package io.hangtag.core.insight;

import io.hangtag.core.catalog.ProductId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What a shop sold and what its team posted, as far as insights need to know.
///
/// @param zone of the team: days, weeks and hours are its own
/// @param from the first day
/// @param to the day after the last one
/// @param window how long after a post sales count as after it; at least an hour
/// @param posts also those of up to a window before `from`; in any order
/// @param sales in any order; several of one product and hour are added up
/// @param categories of products; those without one are in none
public record ShopHistory(
    ZoneId zone,
    LocalDate from,
    LocalDate to,
    Duration window,
    List<Posting> posts,
    List<Sales> sales,
    Map<ProductId, String> categories) {
  public ShopHistory {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("from must not be after to, not %s".formatted(from));
    }
    if (window.toHours() < 1) {
      throw new IllegalArgumentException("window must be at least an hour, not " + window);
    }
    posts = List.copyOf(posts);
    sales = List.copyOf(sales);
    categories = Map.copyOf(categories);
  }

  /// A post and the products that it shows.
  public record Posting(Instant at, List<ProductId> products) {
    public Posting {
      products = List.copyOf(products);
    }
  }

  /// How many orders a product was in within an hour.
  ///
  /// @param hour any moment of it
  public record Sales(ProductId product, Instant hour, int orders) {
    public Sales {
      if (orders < 1) {
        throw new IllegalArgumentException("orders must be at least 1, not " + orders);
      }
    }
  }
}
