package io.hangtag.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Content;
import io.hangtag.core.importing.ImportReport;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.imageio.ImageIO;

/// Sells what the team of a conversation has.
record Till(Talk talk) {
  private static final String HEADER =
      "Name,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
          + "Lineitem sku\n";

  /// The photo shows the hoodie, was posted two hours ago, and sold one of two an hour ago.
  void soldAHoodie() {
    soldAHoodie(Duration.ofHours(2));
  }

  /// The photo shows the hoodie, was posted so long ago, and sold two an hour later.
  void soldAHoodie(Duration postedAgo) {
    talk.shelf().holds("Blue Hoodie", "HD-1");
    talk.shelf().holds("Mug", "MUG-1");
    var _ = talk.ask("/link blue hoodie");
    var _ = talk.ask("/posted tiktok " + ago(postedAgo));
    orders(1, postedAgo.minusHours(1), "2,Blue Hoodie,12.50,HD-1", "1,Mug,5.00,MUG-1");
  }

  Instant ago(Duration duration) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(duration);
  }

  /// Imports an order.
  ///
  /// @param number of the order, 1 to 999
  /// @param lines quantity, name, price and SKU
  void orders(int number, Duration ago, String... lines) {
    StringBuilder csv = new StringBuilder(HEADER);
    add(csv, "#" + (1000 + number), "USD", ago(ago), lines);
    importing(csv, 1);
  }

  /// Imports an order in another currency, and one of the team's for nothing: a file of another
  /// currency alone is refused.
  void orderIn(String currency, Duration ago, String line) {
    StringBuilder csv = new StringBuilder(HEADER);
    add(csv, "#" + currency, currency, ago(ago), line);
    add(csv, "#nothing", "USD", ago(ago), "1,Sticker,0.00,STICK-1");
    importing(csv, 2);
  }

  /// Imports orders of one line, the last one just now, with so much time from one to the next.
  void manyOrders(int count, Duration apart, String line) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int order = 0; order < count; order++) {
      add(csv, "#M" + order, "USD", ago(apart.multipliedBy(order)), line);
    }
    importing(csv, count);
  }

  private static void add(
      StringBuilder csv, String name, String currency, Instant at, String... lines) {
    String when = at.toString().replace("T", " ").replace("Z", " +0000");
    for (String line : lines) {
      boolean isFirst = line.equals(lines[0]);
      String order = isFirst ? "paid,%s,%s".formatted(currency, when) : ",,";
      csv.append("%s,%s,%s\n".formatted(name, order, line));
    }
  }

  private void importing(StringBuilder csv, int orders) {
    ImportReport report =
        talk.bot()
            .core()
            .orderImport()
            .importShopify(
                talk.workspace(),
                new ByteArrayInputStream(csv.toString().getBytes(UTF_8)),
                _ -> {});
    assertThat(report.created()).as("%s", report.rejected()).isEqualTo(orders);
  }

  /// Whether a message shows a picture that a phone can show.
  static boolean hasChart(ChatMessage message) {
    return message.picture().map(Till::isChart).orElse(false);
  }

  private static boolean isChart(Content picture) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
      return image.getWidth() == 1_280 && image.getHeight() >= 1_280 / 20;
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory", e);
    }
  }
}
