package io.hangtag.core.sales;

import io.hangtag.core.money.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody bought at once, without anything about who did.
///
/// @param externalId the shop's; null: not known, then the name tells it apart
/// @param name as people call it: `#1001`
/// @param processedAt when the shop counts it; null: not said
/// @param financialStatus as the shop writes it, in lower case; null: not said
/// @param cancelledAt null: it stands
/// @param subtotalGap what the shop's subtotal has beyond what its lines come to, in minor units;
///     null: they agree but for rounding, or it gave none
/// @param lines in the order's own order
public record Order(
    @Nullable String externalId,
    String name,
    @Nullable Instant processedAt,
    Instant createdAt,
    Currency currency,
    @Nullable String financialStatus,
    @Nullable Instant cancelledAt,
    boolean isTest,
    Origin origin,
    List<String> discountCodes,
    @Nullable Long subtotalGap,
    List<OrderLine> lines) {
  private static final int ONE_ORDER = 1_000_000;
  private static final String VOIDED = "voided";

  public Order {
    discountCodes = List.copyOf(discountCodes);
    lines = List.copyOf(lines);
  }

  /// When it counts as ordered.
  public Instant orderedAt() {
    return processedAt == null ? createdAt : processedAt;
  }

  /// Why the line, one of this order's, counts for nothing; empty if it counts. Orders not paid yet
  /// count.
  public Optional<Exclusion> exclusionOf(OrderLine line) {
    if (cancelledAt != null) {
      return Optional.of(Exclusion.CANCELLED);
    }
    if (isTest) {
      return Optional.of(Exclusion.TEST);
    }
    if (VOIDED.equals(financialStatus)) {
      return Optional.of(Exclusion.VOIDED);
    }
    if (line.amounts().isRefunded()) {
      return Optional.of(Exclusion.REFUNDED);
    }
    return line.isGiftCard() ? Optional.of(Exclusion.GIFT_CARD) : Optional.empty();
  }

  /// How much of the order each line is, in millionths, by net amount; 0 for those that do not
  /// count. All together are one order, or nothing if none counts.
  public List<Integer> millionths() {
    long[] nets =
        lines.stream()
            .filter(line -> exclusionOf(line).isEmpty())
            .mapToLong(line -> line.amounts().net())
            .toArray();
    long[] parts = nets.length == 0 ? nets : Split.byWeights(ONE_ORDER, nets);
    List<Integer> millionths = new ArrayList<>();
    int counted = 0;
    for (OrderLine line : lines) {
      millionths.add(exclusionOf(line).isEmpty() ? (int) parts[counted++] : 0);
    }
    return millionths;
  }

  /// This order as another export has it; what that does not say stays.
  ///
  /// @param newerLines its lines, each as what it is known as
  public Order now(Order newer, List<OrderLine> newerLines) {
    return new Order(
        newer.externalId == null ? externalId : newer.externalId,
        newer.name,
        newer.processedAt == null ? processedAt : newer.processedAt,
        newer.createdAt,
        newer.currency,
        newer.financialStatus == null ? financialStatus : newer.financialStatus,
        newer.cancelledAt,
        newer.isTest || isTest,
        newer.origin.or(origin),
        newer.discountCodes.isEmpty() ? discountCodes : newer.discountCodes,
        newer.subtotalGap,
        newerLines);
  }
}
