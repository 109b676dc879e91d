package io.hangtag.core.insight;

/// How busy days were for a product: the shop's slow trend, and the day's sales of the shop's other
/// products, the more of it the more the products move together.
final class DemandIndex implements Demand {
  private final float[][] sold;
  private final float[][] rates;
  private final int[] group;
  private final Trend trend;
  private final double[] total;
  private final double[] usual;
  private final double caution;

  /// @param ratio how many times as often products sell after posts; what posts brought is taken
  ///     out
  private DemandIndex(Panel panel, double ratio) {
    Weeks weeks = panel.weeks();
    this.sold = new float[panel.products().size()][weeks.days()];
    this.total = new double[weeks.days()];
    for (int product = 0; product < sold.length; product++) {
      addSales(product, panel, ratio);
    }
    this.trend = Trend.of(total);
    this.group = new int[weeks.days()];
    for (int day = 0; day < group.length; day++) {
      group[day] = weeks.blockOf(day / 7) * 7 + day % 7;
    }
    this.rates = new float[sold.length][7 * weeks.blocks()];
    this.usual = new double[weeks.days()];
    for (int product = 0; product < sold.length; product++) {
      fitRates(product);
    }
    this.caution = caution();
  }

  static DemandIndex of(Panel panel, double ratio) {
    return new DemandIndex(panel, ratio);
  }

  private void addSales(int product, Panel panel, double ratio) {
    ProductHours hours = panel.products().get(product);
    for (int sale = 0; sale < hours.sales(); sale++) {
      int cell = hours.saleCell(sale);
      boolean isAfter = cell - hours.latestPost(cell) < panel.windowHours();
      double orders = isAfter ? hours.orders(sale) / ratio : hours.orders(sale);
      sold[product][Weeks.dayOf(cell)] += (float) orders;
      total[Weeks.dayOf(cell)] += orders;
    }
  }

  /// What the product sells on a weekday of a block, the trend apart.
  private void fitRates(int product) {
    double[] exposure = new double[rates[product].length];
    for (int day = 0; day < group.length; day++) {
      rates[product][group[day]] += sold[product][day];
      exposure[group[day]] += trend.of(day);
    }
    for (int each = 0; each < exposure.length; each++) {
      rates[product][each] /= (float) exposure[each];
    }
    for (int day = 0; day < group.length; day++) {
      usual[day] += usual(product, day);
    }
  }

  private double usual(int product, int day) {
    return rates[product][group[day]] * trend.of(day);
  }

  /// Orders that a day's own figure has to outweigh before it is believed: how much products vary
  /// each for itself, over how much they vary together.
  private double caution() {
    double alone = 0;
    double together = 0;
    double size = 0;
    double orders = 0;
    for (int day = 0; day < total.length; day++) {
      double own = 0;
      double ownSize = 0;
      for (int product = 0; product < sold.length; product++) {
        own += square(sold[product][day] - usual(product, day));
        ownSize += square(usual(product, day));
      }
      alone += own;
      together += square(total[day] - usual[day]) - own;
      size += square(usual[day]) - ownSize;
      orders += usual[day];
    }
    return size <= 0 || together <= 0
        ? Double.POSITIVE_INFINITY
        : alone / orders / (together / size);
  }

  private static double square(double value) {
    return value * value;
  }

  /// The shop's slow trend; 1 on average.
  double trend(int day) {
    return trend.of(day);
  }

  @Override
  public double of(int product, int day) {
    if (Double.isInfinite(caution)) {
      return trend.of(day);
    }
    double others = Math.max(0, total[day] - sold[product][day]);
    double usualOthers = Math.max(0, usual[day] - usual(product, day));
    return trend.of(day) * (others + caution) / (usualOthers + caution);
  }
}
