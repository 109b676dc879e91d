package io.hangtag.bot.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.chart.SalesChart.Names;
import io.hangtag.bot.chart.TopChart.Bar;
import io.hangtag.core.attribution.DayFigures;
import io.hangtag.core.insight.Estimate;
import io.hangtag.core.insight.Slot;
import io.hangtag.core.money.Money;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  /// A picture as Telegram takes photos: sides in proportion and not too long.
  private static BufferedImage picture(byte[] png) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      assertThat(image.getWidth()).isEqualTo(1_280);
      assertThat(image.getHeight()).isBetween(64, 8_720);
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory", e);
    }
  }

  private static long pixels(BufferedImage image, Color color) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .filter(
            place ->
                image.getRGB(place % image.getWidth(), place / image.getWidth()) == color.getRGB())
        .count();
  }

  private static Bar bar(int rank, String name, String value) {
    return new Bar(rank, name, "photo " + rank, new BigDecimal(value), value + " USD");
  }

  @Test
  void bars_are_as_long_as_what_they_stand_for() {
    BufferedImage one = picture(TopChart.png("T", List.of(bar(1, "a", "10")), ""));
    BufferedImage two =
        picture(TopChart.png("T", List.of(bar(1, "a", "10"), bar(2, "b", "5")), ""));

    double ratio = pixels(two, Drawing.BLUE) / (double) pixels(one, Drawing.BLUE);
    assertThat(ratio).isBetween(1.35, 1.65);
  }

  @Test
  void draws_whatever_there_is_to_rank() {
    String longName = "Long 蓝色连帽衫 ".repeat(20);
    for (List<Bar> bars :
        List.of(
            List.<Bar>of(),
            List.of(bar(1, "photo 1", "0")),
            List.of(bar(1, "same", "1"), bar(1, "same", "1"), bar(3, "😀", "0")),
            List.of(bar(1, longName, "123456789012345.67"), bar(2, "", "-0.01")),
            List.of(bar(1, "less", "-5"), bar(2, "least", "-5000000")))) {
      BufferedImage image = picture(TopChart.png("Top media", bars, "Nothing to rank"));

      assertThat(pixels(image, Color.WHITE)).isLessThan(1_280L * image.getHeight());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 62, 63, 434, 435, 3_000})
  void draws_days_weeks_and_months(int days) {
    LocalDate last = LocalDate.of(2026, 11, 23);
    List<DayFigures> figures =
        IntStream.range(0, days)
            .mapToObj(
                day ->
                    new DayFigures(
                        last.minusDays(days - 1L - day),
                        new Money(day % 5 == 4 ? -2_000 : 100_000L * day, USD),
                        new Money(50_000L * day, USD),
                        day % 3))
            .toList();

    BufferedImage image = picture(SalesChart.png("Sold", new Names("all", "by posts"), figures));

    assertThat(image.getHeight()).isEqualTo(720);
  }

  @Test
  void cells_without_data_are_striped_and_not_coloured() {
    Color stripes = new Color(0xD5D5D5);

    BufferedImage nothing = picture(HeatChart.png(map(0, null)));
    BufferedImage everything = picture(HeatChart.png(map(0.02, new Estimate(1.5, 1.1, 2.1))));

    assertThat(pixels(nothing, stripes)).isGreaterThan(50_000);
    assertThat(pixels(everything, stripes)).isLessThan(1_000);
  }

  private static List<Slot> map(double share, @Nullable Estimate ratio) {
    return DAYS.stream()
        .flatMap(
            day ->
                Stream.of("00-04", "04-08", "08-12", "12-16", "16-20", "20-24")
                    .map(part -> new Slot(day + " " + part, 7, share, ratio, null)))
        .toList();
  }
}
