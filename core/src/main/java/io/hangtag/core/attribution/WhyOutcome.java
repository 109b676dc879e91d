package io.hangtag.core.attribution;

import java.util.List;

/// What came of asking why an order was credited as it was.
public sealed interface WhyOutcome {
  /// This is why.
  record Explained(Explanation explanation) implements WhyOutcome {}

  /// The team has no such order.
  record UnknownOrder(String name) implements WhyOutcome {}

  /// Several orders have this name; the shop's ids tell them apart.
  record AmbiguousOrder(String name, List<String> ids) implements WhyOutcome {
    public AmbiguousOrder {
      ids = List.copyOf(ids);
    }
  }
}
