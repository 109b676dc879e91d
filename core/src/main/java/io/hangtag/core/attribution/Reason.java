package io.hangtag.core.attribution;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why nothing of an order line is credited.
public enum Reason {
  /// No post of the product in the window before the order.
  NO_POST_IN_WINDOW,
  /// There were posts, of media in which nobody has confirmed a product.
  NO_CONFIRMED_LINK,
  /// The catalogue does not have the product that was sold.
  UNKNOWN_PRODUCT,
  /// The order was cancelled.
  CANCELLED,
  /// The order was a test.
  TEST,
  /// The payment was voided.
  VOIDED,
  /// All of the line was given back.
  REFUNDED,
  /// A gift card is sold when it is spent.
  GIFT_CARD,
  /// The order is not paid yet, and only paid ones were asked for.
  UNPAID;

  /// As the command line, JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the line is not revenue at all, rather than revenue without a post.
  public boolean excluded() {
    return switch (this) {
      case NO_POST_IN_WINDOW, NO_CONFIRMED_LINK, UNKNOWN_PRODUCT -> false;
      case CANCELLED, TEST, VOIDED, REFUNDED, GIFT_CARD, UNPAID -> true;
    };
  }

  /// What `order_lines.exclusion` says; null: it counts.
  static @Nullable Reason ofExclusion(@Nullable String code) {
    return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
  }
}
