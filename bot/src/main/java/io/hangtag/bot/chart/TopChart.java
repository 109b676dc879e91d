package io.hangtag.bot.chart;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.style.HorizontalBarStyler;

/// A ranking as bars from the left, the best one on top, each beside its name.
public final class TopChart {
  private static final int HEAD = 90;
  private static final int ROW = 84;
  private static final int LONGEST_NAME = 430;
  private static final int GAP = 12;

  private TopChart() {}

  /// A picture 1280 pixels wide, and the higher the more bars there are.
  ///
  /// @param title what it is about, in plain words
  /// @param nothing what to say if there are no bars
  public static byte[] png(String title, List<Bar> bars, String nothing) {
    if (bars.isEmpty()) {
      return Drawing.placard(title, nothing);
    }
    HorizontalBarChart chart =
        new HorizontalBarChartBuilder()
            .width(Drawing.WIDTH)
            .height(HEAD + ROW * bars.size())
            .title(title)
            .build();
    style(chart.getStyler());
    Range range = Range.of(bars);
    chart.getStyler().setXAxisMin(range.low());
    chart.getStyler().setXAxisMax(range.high());
    chart
        .addSeries(
            "value", bars.stream().map(bar -> bar.value().doubleValue()).toList(), names(bars))
        .setFillColor(Drawing.BLUE);
    chart.addAnnotation(new Overlay((graphics, plot) -> values(graphics, plot, bars, range)));
    return Drawing.png(BitmapEncoder.getBufferedImage(chart));
  }

  private static void style(HorizontalBarStyler styler) {
    Drawing.style(styler);
    styler.setLegendVisible(false);
    styler.setLabelsVisible(false);
    styler.setPlotContentSize(1);
    styler.setPlotGridLinesVisible(false);
    styler.setXAxisTicksVisible(false);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setAxisTickPadding(GAP);
    styler.setAvailableSpaceFill(0.66);
  }

  /// With their ranks; no two are the same.
  private static List<String> names(List<Bar> bars) {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    FontMetrics metrics = graphics.getFontMetrics(Drawing.TEXT);
    List<String> names = new ArrayList<>();
    for (Bar bar : bars) {
      String name = name(bar, Drawing.shows(bar.name()) ? bar.name() : bar.otherName(), metrics);
      names.add(names.contains(name) ? name(bar, bar.otherName(), metrics) : name);
    }
    graphics.dispose();
    return names;
  }

  private static String name(Bar bar, String name, FontMetrics metrics) {
    return Drawing.fitting("%d. %s".formatted(bar.rank(), name), metrics, LONGEST_NAME);
  }

  /// Each value at the end of its bar; inside of it where there is no space behind it.
  private static void values(Graphics2D graphics, Rectangle plot, List<Bar> bars, Range range) {
    Drawing.smooth(graphics);
    graphics.setFont(Drawing.TEXT);
    FontMetrics metrics = graphics.getFontMetrics();
    double row = plot.height / (double) bars.size();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      int end = plot.x + (int) Math.round(plot.width * range.share(bar.value().doubleValue()));
      int zero = plot.x + (int) Math.round(plot.width * range.share(0));
      int width = metrics.stringWidth(bar.text());
      // Right of a bar that goes to the left of nought too: there is always space.
      int behind = Math.max(end, zero) + GAP;
      boolean fits = behind + width <= plot.x + plot.width;
      int y =
          (int) Math.round(plot.y + row * (i + 0.5))
              + (metrics.getAscent() - metrics.getDescent()) / 2;
      graphics.setColor(fits ? Color.BLACK : Color.WHITE);
      graphics.drawString(bar.text(), fits ? behind : end - GAP - width, y);
    }
    int zero = plot.x + (int) Math.round(plot.width * range.share(0));
    graphics.setColor(Color.GRAY);
    graphics.drawLine(zero, plot.y, zero, plot.y + plot.height);
  }

  /// A bar.
  ///
  /// @param otherName no other's; for machines without the letters of the name, and where it was
  ///     had before
  /// @param text the value as people read it
  public record Bar(int rank, String name, String otherName, BigDecimal value, String text) {}

  /// Which values the width stands for.
  private record Range(double low, double high) {
    /// So much space for the longest bar's value.
    private static final double BEYOND = 0.45;

    static Range of(List<Bar> bars) {
      double low = bars.stream().mapToDouble(bar -> bar.value().doubleValue()).min().orElse(0);
      double high = bars.stream().mapToDouble(bar -> bar.value().doubleValue()).max().orElse(0);
      double from = Math.min(low, 0);
      double to = Math.max(high, 0);
      return to - from == 0 ? new Range(0, 1) : new Range(from * 1.05, to + BEYOND * (to - from));
    }

    double share(double value) {
      return (value - low) / (high - low);
    }
  }
}
