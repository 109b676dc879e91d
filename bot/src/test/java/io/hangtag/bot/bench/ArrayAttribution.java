package io.hangtag.bot.bench;

import io.hangtag.db.BinaryCopy;
import io.hangtag.db.BinaryCopy.RowIn;
import io.hangtag.db.BinaryCopy.RowsOut;
import java.util.Arrays;
import java.util.function.Consumer;

/// The practical limit: both sides read by COPY into arrays, one pass, the rows written by COPY;
/// equal split over 72 hours, one currency, days in UTC, and nothing else.
final class ArrayAttribution {
  private static final long WINDOW = 72 * 3_600_000_000L;
  private static final long DAY = 86_400_000_000L;
  private static final int COLUMNS = 12;

  private final AttributionShop shop;

  // Lines by product and time.
  private int lines;
  private long[] product = new long[1 << 20];
  private long[] at = new long[1 << 20];
  private long[] order = new long[1 << 20];
  private long[] net = new long[1 << 20];
  private int[] part = new int[1 << 20];

  // Showings by product, time, post and position.
  private int showings;
  private long[] ofProduct = new long[1 << 16];
  private long[] posted = new long[1 << 16];
  private long[] post = new long[1 << 16];
  private long[] media = new long[1 << 16];
  private long[] link = new long[1 << 16];

  ArrayAttribution(AttributionShop shop) {
    this.shop = shop;
  }

  void into(String table) {
    read(AttributionSql.lines(shop.workspace().value()), this::line);
    read(AttributionSql.touches(shop.workspace().value()) + " order by 1, 2, 3, 4", this::showing);
    sortByProduct();
    shop.database()
        .dsl()
        .connection(
            connection -> {
              long _ = BinaryCopy.write(connection, table, COLUMNS, this::write);
            });
  }

  private void read(String query, Consumer<RowIn> rows) {
    shop.database().dsl().connection(connection -> BinaryCopy.read(connection, query, rows));
  }

  private void line(RowIn row) {
    if (lines == product.length) {
      int capacity = lines * 2;
      product = Arrays.copyOf(product, capacity);
      at = Arrays.copyOf(at, capacity);
      order = Arrays.copyOf(order, capacity);
      net = Arrays.copyOf(net, capacity);
      part = Arrays.copyOf(part, capacity);
    }
    order[lines] = row.int64();
    int _ = row.int32();
    product[lines] = row.int64();
    at[lines] = row.micros();
    net[lines] = row.int64();
    part[lines] = row.int32();
    lines++;
  }

  private void showing(RowIn row) {
    if (showings == post.length) {
      int capacity = showings * 2;
      ofProduct = Arrays.copyOf(ofProduct, capacity);
      posted = Arrays.copyOf(posted, capacity);
      post = Arrays.copyOf(post, capacity);
      media = Arrays.copyOf(media, capacity);
      link = Arrays.copyOf(link, capacity);
    }
    ofProduct[showings] = row.int64();
    posted[showings] = row.micros();
    post[showings] = row.int64();
    int _ = row.int32();
    media[showings] = row.int64();
    link[showings] = row.int64();
    showings++;
  }

  /// Lines come in the order of time, in which the table was filled; counting keeps it.
  private void sortByProduct() {
    int products = (int) Arrays.stream(product, 0, lines).max().orElse(0) + 2;
    int[] place = new int[products];
    for (int i = 0; i < lines; i++) {
      place[(int) product[i] + 1]++;
    }
    for (int i = 1; i < products; i++) {
      place[i] += place[i - 1];
    }
    int[] target = new int[lines];
    for (int i = 0; i < lines; i++) {
      target[i] = place[(int) product[i]]++;
    }
    product = moved(product, target);
    at = moved(at, target);
    order = moved(order, target);
    net = moved(net, target);
    int[] parts = new int[lines];
    for (int i = 0; i < lines; i++) {
      parts[target[i]] = part[i];
    }
    part = parts;
  }

  private static long[] moved(long[] values, int[] target) {
    long[] moved = new long[target.length];
    for (int i = 0; i < target.length; i++) {
      moved[target[i]] = values[i];
    }
    return moved;
  }

  private void write(RowsOut rows) {
    Sums sums = new Sums(rows);
    int first = 0;
    int end = 0;
    for (int i = 0; i < lines; i++) {
      if (i == 0 || product[i] != product[i - 1]) {
        sums.close();
        while (first < showings && ofProduct[first] < product[i]) {
          first++;
        }
        end = first;
      }
      if (at[i] >= sums.end) {
        sums.close();
        sums.end = (at[i] / DAY + 1) * DAY;
      }
      first = passed(first, product[i], at[i] - WINDOW);
      end = passed(Math.max(first, end), product[i], at[i]);
      sums.add(i, first, end);
    }
    sums.close();
  }

  private int passed(int from, long of, long until) {
    int next = from;
    while (next < showings && ofProduct[next] == of && posted[next] <= until) {
      next++;
    }
    return next;
  }

  /// Of one product and day.
  private final class Sums {
    private final RowsOut rows;
    private final long[] nets = new long[showings];
    private final long[] parts = new long[showings];
    private final int[] orders = new int[showings];
    private final int[] ordersOfLink = new int[showings];
    private final int[] ordersOfProduct = new int[showings];
    private final long[] lastOrder = new long[showings];
    private long lastOfProduct;
    private long end;
    private int low = Integer.MAX_VALUE;
    private int high = -1;
    private int line;

    Sums(RowsOut rows) {
      this.rows = rows;
    }

    void add(int i, int first, int last) {
      int touches = 0;
      for (int s = first; s < last; s++) {
        touches += s == first || post[s] != post[s - 1] ? 1 : 0;
      }
      int rank = 0;
      for (int s = first; s < last; ) {
        int next = s + 1;
        while (next < last && post[next] == post[s]) {
          next++;
        }
        long share = net[i] / touches + (rank < net[i] % touches ? 1 : 0);
        int fraction = part[i] / touches + (rank < part[i] % touches ? 1 : 0);
        int count = next - s;
        for (int j = 0; j < count; j++) {
          nets[s + j] += share / count + (j < share % count ? 1 : 0);
          parts[s + j] += fraction / count + (j < fraction % count ? 1 : 0);
          countOrder(i, s + j, first);
        }
        rank++;
        s = next;
      }
      if (first < last) {
        low = Math.min(low, first);
        high = Math.max(high, last);
        line = i;
      }
    }

    private void countOrder(int i, int s, int first) {
      if (lastOrder[s] == order[i]) {
        return;
      }
      lastOrder[s] = order[i];
      orders[s]++;
      boolean earlier = false;
      for (int e = first; e < s && !earlier; e++) {
        earlier = link[e] == link[s];
      }
      ordersOfLink[s] += earlier ? 0 : 1;
      if (lastOfProduct != order[i]) {
        lastOfProduct = order[i];
        ordersOfProduct[s]++;
      }
    }

    void close() {
      for (int s = low; s < high; s++) {
        if (orders[s] > 0) {
          write(s);
        }
        nets[s] = 0;
        parts[s] = 0;
        orders[s] = 0;
        ordersOfLink[s] = 0;
        ordersOfProduct[s] = 0;
        lastOrder[s] = 0;
      }
      low = Integer.MAX_VALUE;
      high = -1;
      end = 0;
      lastOfProduct = 0;
    }

    private void write(int s) {
      rows.row();
      rows.int64(shop.workspace().value());
      rows.int64(product[line]);
      rows.date(at[line] / DAY);
      rows.int64(post[s]);
      rows.int64(link[s]);
      rows.text("USD");
      rows.int64(media[s]);
      rows.int64(nets[s]);
      rows.int64(parts[s]);
      rows.int32(orders[s]);
      rows.int32(ordersOfLink[s]);
      rows.int32(ordersOfProduct[s]);
    }
  }
}
