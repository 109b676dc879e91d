package io.hangtag.core.insight;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.team.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jooq.DSLContext;

/// What a team's posts and orders say about posting and selling.
///
/// Safe for use by many threads.
public final class Insights {
  private static final Period LONGEST = Period.ofWeeks(52);

  /// Fewer weeks do not show what an hour is like without posts.
  private static final Period SHORTEST = Period.ofWeeks(4);

  private final InsightQueries queries;

  public Insights(DSLContext db) {
    this.queries = new InsightQueries(db);
  }

  /// About all products, in the year up to the last day that all orders are known of.
  public InsightReport of(Workspace workspace) {
    return InsightReport.of(history(workspace));
  }

  /// About one product.
  public InsightReport about(ProductId product, Workspace workspace) {
    return InsightReport.about(product, history(workspace));
  }

  /// The share of orders that comes within a window after a post of what was ordered even if posts
  /// change nothing: what an attributed share is to be compared with.
  ///
  /// @param from the first day; at least four weeks are looked at
  /// @param to the last day
  /// @param window at least an hour
  /// @return 0 to 1; empty without orders
  public Optional<Double> chanceCoverage(
      Workspace workspace, LocalDate from, LocalDate to, Duration window) {
    LocalDate end = to.plusDays(1);
    LocalDate start = from.isBefore(end.minus(SHORTEST)) ? from : end.minus(SHORTEST);
    Panel panel = Panel.of(queries.history(workspace, start, end, window), _ -> true);
    if (panel.orders() == 0) {
      return Optional.empty();
    }
    Contrast after = Contrast.window(panel.windowHours());
    double byChance = RateRatio.of(Stratum.of(panel), panel.weeks(), after).byChance();
    return Optional.of(byChance / panel.orders());
  }

  private ShopHistory history(Workspace workspace) {
    Optional<InsightQueries.Span> orders = queries.findOrderSpan(workspace.id());
    LocalDate first = day(workspace, orders.map(InsightQueries.Span::first));
    // Of the day of the last order others may not be known yet.
    LocalDate to = day(workspace, orders.map(InsightQueries.Span::last));
    LocalDate from = first.isAfter(to.minus(LONGEST)) ? first : to.minus(LONGEST);
    return queries.history(workspace, from, to, queries.window(workspace.id()));
  }

  private static LocalDate day(Workspace workspace, Optional<Instant> at) {
    return LocalDate.ofInstant(at.orElse(Instant.EPOCH), workspace.timezone());
  }
}
