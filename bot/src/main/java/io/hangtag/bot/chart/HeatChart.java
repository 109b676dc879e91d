package io.hangtag.bot.chart;

import io.hangtag.core.insight.Estimate;
import io.hangtag.core.insight.Slot;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/// Weekdays by parts of the day, twice: when posting works, and when customers buy.
public final class HeatChart {
  private static final int HEIGHT = 620;
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /// Colours that also people tell apart who do not see red or green, light enough for black words.
  private static final Color[] LESS_OR_MORE = {
    new Color(0xF4A261), new Color(0xFAFAFA), new Color(0x6BAED6)
  };

  private static final Color[] FEW_OR_MANY = {new Color(0xFAFAFA), new Color(0x9E9AC8)};
  private static final Color STRIPES = new Color(0xD5D5D5);

  /// Twice as many and more have one colour.
  private static final double MOST = 2;

  private HeatChart() {}

  /// A picture 1280 pixels wide.
  ///
  /// @param map each weekday's parts of the day, from Monday's first one
  public static byte[] png(List<Slot> map) {
    List<HeatMapChart> charts = List.of(posting(map), buying(map));
    BufferedImage image =
        new BufferedImage(Drawing.WIDTH, HEIGHT * charts.size(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < charts.size(); i++) {
      graphics.drawImage(BitmapEncoder.getBufferedImage(charts.get(i)), 0, HEIGHT * i, null);
    }
    graphics.dispose();
    return Drawing.png(image);
  }

  private static HeatMapChart posting(List<Slot> map) {
    HeatMapChart chart =
        chart(
            map,
            "When posting works",
            "Orders in the day after posts: × as many as without. Striped: too few posts or orders",
            HeatChart::ratio);
    HeatMapStyler styler = chart.getStyler();
    styler.setRangeColors(LESS_OR_MORE);
    styler.setMin(0);
    styler.setMax(MOST);
    chart.addAnnotation(overlay(map, HeatChart::ratio, HeatChart::postingWords));
    return chart;
  }

  private static HeatMapChart buying(List<Slot> map) {
    boolean isNothing = map.stream().allMatch(slot -> slot.orderShare() == 0);
    Function<Slot, @Nullable Double> share = slot -> isNothing ? null : percent(slot);
    HeatMapChart chart =
        chart(map, "When customers buy", "Share of all orders in %, posted or not", share);
    HeatMapStyler styler = chart.getStyler();
    styler.setRangeColors(FEW_OR_MANY);
    styler.setMin(0);
    double most = map.stream().mapToDouble(HeatChart::percent).max().orElse(0);
    // The legend writes it out.
    styler.setMax(Math.max(1, Math.ceil(most)));
    chart.addAnnotation(
        overlay(
            map, share, slot -> List.of(isNothing ? "no orders" : decimal(percent(slot)) + " %")));
    return chart;
  }

  private static HeatMapChart chart(
      List<Slot> map, String title, String axis, Function<Slot, @Nullable Double> value) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(Drawing.WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(axis)
            .build();
    HeatMapStyler styler = chart.getStyler();
    Drawing.style(styler);
    styler.setPlotContentSize(1);
    styler.setPlotGridLinesVisible(false);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setDrawBorder(true);
    styler.setDecimalPattern("0.#");
    int parts = map.size() / DAYS.size();
    List<Number[]> cells = new ArrayList<>();
    for (int i = 0; i < map.size(); i++) {
      Double known = value.apply(map.get(i));
      if (known != null) {
        cells.add(new Number[] {i / parts, parts - 1 - i % parts, known});
      }
    }
    if (cells.isEmpty()) {
      // The library wants one; it is white, and is striped over.
      cells.add(new Number[] {0, 0, 1});
    }
    chart.addSeries("map", DAYS, partsFromBelow(map, parts), cells);
    return chart;
  }

  private static List<String> partsFromBelow(List<Slot> map, int parts) {
    return IntStream.range(0, parts)
        .mapToObj(part -> map.get(parts - 1 - part).name())
        .map(name -> name.substring(name.indexOf(' ') + 1))
        .toList();
  }

  private static Overlay overlay(
      List<Slot> map, Function<Slot, @Nullable Double> value, Function<Slot, List<String>> words) {
    int parts = map.size() / DAYS.size();
    return new Overlay(
        (graphics, plot) -> {
          Drawing.smooth(graphics);
          for (int i = 0; i < map.size(); i++) {
            Rectangle cell = cell(plot, i / parts, i % parts, parts);
            if (value.apply(map.get(i)) == null) {
              stripe(graphics, cell);
            }
            write(graphics, cell, words.apply(map.get(i)));
          }
        });
  }

  private static Rectangle cell(Rectangle plot, int day, int part, int parts) {
    int left = plot.x + plot.width * day / DAYS.size();
    int top = plot.y + plot.height * part / parts;
    return new Rectangle(
        left,
        top,
        plot.x + plot.width * (day + 1) / DAYS.size() - left,
        plot.y + plot.height * (part + 1) / parts - top);
  }

  private static void stripe(Graphics2D graphics, Rectangle cell) {
    Shape whole = graphics.getClip();
    graphics.setColor(Color.WHITE);
    graphics.fill(cell);
    graphics.clip(cell);
    graphics.setColor(STRIPES);
    graphics.setStroke(new BasicStroke(3));
    for (int x = cell.x - cell.height; x < cell.x + cell.width; x += 14) {
      graphics.drawLine(x, cell.y + cell.height, x + cell.height, cell.y);
    }
    graphics.setClip(whole);
    graphics.setStroke(new BasicStroke(1));
    graphics.draw(cell);
  }

  private static void write(Graphics2D graphics, Rectangle cell, List<String> words) {
    graphics.setFont(Drawing.SMALL);
    graphics.setColor(Color.BLACK);
    var metrics = graphics.getFontMetrics();
    int height = metrics.getAscent() + metrics.getDescent();
    int y = cell.y + (cell.height - height * words.size()) / 2 + metrics.getAscent();
    for (String line : words) {
      graphics.drawString(line, cell.x + (cell.width - metrics.stringWidth(line)) / 2, y);
      y += height;
    }
  }

  private static List<String> postingWords(Slot slot) {
    Estimate ratio = slot.ratio();
    return List.of(
        ratio == null ? "no data" : "×" + decimal(ratio.value()),
        slot.posts() == 1 ? "1 post" : "%d posts".formatted(slot.posts()));
  }

  private static @Nullable Double ratio(Slot slot) {
    Estimate ratio = slot.ratio();
    return ratio == null ? null : (Double) Math.min(MOST, ratio.value());
  }

  private static Double percent(Slot slot) {
    return 100 * slot.orderShare();
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
