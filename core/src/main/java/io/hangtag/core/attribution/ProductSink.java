package io.hangtag.core.attribution;

import io.hangtag.core.attribution.SoldProducts.Sold;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.money.Money;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Adds up by product what was sold, and what posts earned of it, in the team's currency.
final class ProductSink implements CreditSink {
  private final Settings settings;
  private final Map<Long, Sums> products = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private Lines lines = new Lines();

  ProductSink(Settings settings) {
    this.settings = settings;
  }

  void add(Stretch stretch) {
    lines = stretch.lines();
    for (int line = 0; line < lines.size(); line++) {
      if (!isOwn(line)) {
        others.add(lines.currency(line));
      } else if (lines.exclusion(line) == null) {
        sums(line).net += lines.net(line);
        sums(line).orders.add(lines.order(line));
      }
    }
    stretch.run(this);
  }

  private boolean isOwn(int line) {
    return lines.currency(line).equals(settings.currency().getCurrencyCode());
  }

  private Sums sums(int line) {
    return products.computeIfAbsent(lines.product(line), _ -> new Sums());
  }

  @Override
  public void credit(int line, int showing, long net, int millionths) {
    if (isOwn(line)) {
      sums(line).attributed += net;
      sums(line).influenced.add(lines.order(line));
    }
  }

  @Override
  public void untouched(int line) {}

  @Override
  public void none(int line, Reason reason) {}

  /// What was added up of a product; nothing if it was not ordered.
  Sold sold(ProductId product) {
    Sums sums = products.getOrDefault(product.value(), new Sums());
    return new Sold(
        new Money(sums.net, settings.currency()),
        new Money(sums.attributed, settings.currency()),
        sums.orders.size(),
        sums.influenced.size());
  }

  /// Codes of other currencies that something was ordered in.
  Set<String> others() {
    return others;
  }

  private static final class Sums {
    private long net;
    private long attributed;
    private final Set<Long> orders = new HashSet<>();
    private final Set<Long> influenced = new HashSet<>();
  }
}
