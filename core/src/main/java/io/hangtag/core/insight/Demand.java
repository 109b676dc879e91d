package io.hangtag.core.insight;

/// How busy days were, posts apart.
interface Demand {
  /// For a product; 1 is usual for the weekday in these weeks.
  double of(int product, int day);
}
