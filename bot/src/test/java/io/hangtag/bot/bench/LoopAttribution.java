package io.hangtag.bot.bench;

import java.util.Objects;
import org.jooq.Record;

/// One media item after the other: for each of its posts and products the orders of the window,
/// and for each order line how many posts share it.
final class LoopAttribution {
  private final AttributionShop shop;

  LoopAttribution(AttributionShop shop) {
    this.shop = shop;
  }

  /// What one media item earned, in minor units.
  long revenueOf(long media) {
    long revenue = 0;
    for (Record touch :
        shop.database()
            .dsl()
            .fetch(
                "select product_id, posted_at, post_id from (%s) t where media_item_id = ?"
                    .formatted(AttributionSql.touches(shop.workspace().value())),
                media)) {
      for (Record line :
          shop.database()
              .dsl()
              .fetch(
                  """
                  select order_id, position, net_minor, ordered_at from order_lines
                  where workspace_id = ? and product_id = ? and exclusion is null
                    and ordered_at >= ?::timestamptz and ordered_at < ?::timestamptz + interval '72 hours'
                  """,
                  shop.workspace().value(),
                  touch.get(0),
                  touch.get(1, String.class),
                  touch.get(1, String.class))) {
        revenue += share(media, touch, line);
      }
    }
    return revenue;
  }

  private long share(long media, Record touch, Record line) {
    String ordered = line.get(3, String.class);
    long net = number(line, 2);
    long touches = 0;
    long rank = 0;
    long showings = 0;
    long showing = 0;
    long last = -1;
    for (Record other :
        shop.database()
            .dsl()
            .fetch(
                """
                select post_id, media_item_id, position from (%s) t
                where product_id = ? and posted_at <= ?::timestamptz
                  and posted_at > ?::timestamptz - interval '72 hours'
                order by posted_at, post_id, position
                """
                    .formatted(AttributionSql.touches(shop.workspace().value())),
                touch.get(0),
                ordered,
                ordered)) {
      touches += number(other, 0) == last ? 0 : 1;
      last = number(other, 0);
      if (number(other, 0) == number(touch, 2)) {
        rank = touches;
        showings++;
        showing = number(other, 1) == media ? showings : showing;
      }
    }
    long share = net / touches + (rank <= net % touches ? 1 : 0);
    return share / showings + (showing <= share % showings ? 1 : 0);
  }

  private static long number(Record row, int column) {
    return Objects.requireNonNull(row.get(column, Long.class));
  }
}
