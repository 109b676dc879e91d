package io.hangtag.core.attribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Order lines as columns, by currency, product, time, order and position.
final class Lines {
  private static final int FIRST_CAPACITY = 1_024;

  private int size;
  private long[] products;
  private long[] micros;
  private long[] orders;
  private int[] positions;
  private long[] nets;
  private int[] millionths;
  private @Nullable Reason[] exclusions;
  private String[] currencies;

  Lines() {
    this(FIRST_CAPACITY);
  }

  private Lines(int capacity) {
    products = new long[capacity];
    micros = new long[capacity];
    orders = new long[capacity];
    positions = new int[capacity];
    nets = new long[capacity];
    millionths = new int[capacity];
    exclusions = new Reason[capacity];
    currencies = new String[capacity];
  }

  void add(Line line) {
    if (size == products.length) {
      grow();
    }
    products[size] = line.product;
    micros[size] = line.micros;
    orders[size] = line.order;
    positions[size] = line.position;
    nets[size] = line.net;
    millionths[size] = line.millionths;
    exclusions[size] = line.exclusion;
    currencies[size] = line.currency;
    size++;
  }

  /// Brings lines that were added by time, order and position into their order, in time linear in
  /// their number.
  void sort() {
    int[] groups = groups();
    int[] places = new int[Arrays.stream(groups).max().orElse(0) + 2];
    for (int group : groups) {
      places[group + 1]++;
    }
    for (int group = 1; group < places.length; group++) {
      places[group] += places[group - 1];
    }
    int[] targets = new int[size];
    for (int line = 0; line < size; line++) {
      targets[line] = places[groups[line]]++;
    }
    move(targets);
  }

  /// Of each line the number of its currency and product among all there are, in order.
  private int[] groups() {
    Map<String, Map<Long, Integer>> numbers = new TreeMap<>();
    for (int line = 0; line < size; line++) {
      numbers
          .computeIfAbsent(currencies[line], _ -> new HashMap<>())
          .putIfAbsent(products[line], 0);
    }
    int next = 0;
    for (Map<Long, Integer> ofCurrency : numbers.values()) {
      for (long product : ofCurrency.keySet().stream().sorted().toList()) {
        ofCurrency.put(product, next++);
      }
    }
    int[] groups = new int[size];
    for (int line = 0; line < size; line++) {
      groups[line] =
          Objects.requireNonNull(numbers.get(currencies[line])).getOrDefault(products[line], 0);
    }
    return groups;
  }

  private void move(int[] targets) {
    Lines moved = new Lines(Math.max(size, 1));
    for (int line = 0; line < size; line++) {
      int target = targets[line];
      moved.products[target] = products[line];
      moved.micros[target] = micros[line];
      moved.orders[target] = orders[line];
      moved.positions[target] = positions[line];
      moved.nets[target] = nets[line];
      moved.millionths[target] = millionths[line];
      moved.exclusions[target] = exclusions[line];
      moved.currencies[target] = currencies[line];
    }
    products = moved.products;
    micros = moved.micros;
    orders = moved.orders;
    positions = moved.positions;
    nets = moved.nets;
    millionths = moved.millionths;
    exclusions = moved.exclusions;
    currencies = moved.currencies;
  }

  private void grow() {
    int capacity = size * 2;
    products = Arrays.copyOf(products, capacity);
    micros = Arrays.copyOf(micros, capacity);
    orders = Arrays.copyOf(orders, capacity);
    positions = Arrays.copyOf(positions, capacity);
    nets = Arrays.copyOf(nets, capacity);
    millionths = Arrays.copyOf(millionths, capacity);
    exclusions = Arrays.copyOf(exclusions, capacity);
    currencies = Arrays.copyOf(currencies, capacity);
  }

  int size() {
    return size;
  }

  /// 0: unknown.
  long product(int line) {
    return products[line];
  }

  /// When it was ordered, in microseconds since 1970.
  long micros(int line) {
    return micros[line];
  }

  long order(int line) {
    return orders[line];
  }

  int position(int line) {
    return positions[line];
  }

  long net(int line) {
    return nets[line];
  }

  int millionths(int line) {
    return millionths[line];
  }

  @Nullable Reason exclusion(int line) {
    return exclusions[line];
  }

  String currency(int line) {
    return currencies[line];
  }

  /// Whether two neighbours are of one currency and product.
  boolean sameGroup(int line, int other) {
    return products[line] == products[other] && currencies[line].equals(currencies[other]);
  }

  /// One line.
  ///
  /// @param product 0: unknown
  /// @param micros when it was ordered, in microseconds since 1970
  /// @param exclusion null: it counts
  record Line(
      long product,
      long micros,
      long order,
      int position,
      long net,
      int millionths,
      @Nullable Reason exclusion,
      String currency) {}
}
