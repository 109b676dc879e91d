package io.hangtag.bot.chart;

import io.hangtag.core.attribution.DayFigures;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.money.Money;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Revenue per day, what posts earned of it, and when there were posts; over a longer time per
/// week.
public final class SalesChart {
  private static final int WIDTH = 1_280;
  private static final int HEIGHT = 720;
  private static final int MOST_BARS = 62;
  private static final int MOST_LABELS = 12;
  private static final int WEEK = 7;
  private static final Color ALL = new Color(0xC9D3DC);
  private static final Color BY_POSTS = new Color(0x1F77B4);
  private static final Color POSTS = new Color(0xD9480F);
  private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

  private SalesChart() {}

  /// The picture of a report that has days, 1280 by 720 pixels.
  ///
  /// @param title what it is about, in plain words
  public static byte[] png(String title, Report report) {
    int length = report.byDay().size() > MOST_BARS ? WEEK : 1;
    List<Bar> bars = bars(report.byDay(), length);
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
    chart.setYAxisTitle(
        "%s per %s"
            .formatted(
                report.settings().currency().getCurrencyCode(), length == 1 ? "day" : "week"));
    style(chart.getStyler(), bars.size());
    List<String> labels = labels(bars);
    chart
        .addSeries("all orders", labels, bars.stream().map(bar -> bar.net).toList())
        .setFillColor(ALL);
    chart
        .addSeries("by posts", labels, bars.stream().map(bar -> bar.attributed).toList())
        .setFillColor(BY_POSTS);
    addPosts(chart, labels, bars);
    return encode(chart);
  }

  /// Each label below its own bar; the library's own thinning moves them to others.
  private static List<String> labels(List<Bar> bars) {
    int step = Math.ceilDiv(bars.size(), MOST_LABELS);
    List<String> labels = new ArrayList<>();
    for (Bar bar : bars) {
      labels.add(labels.size() % step == 0 ? LABEL.format(bar.first) : " ");
    }
    return labels;
  }

  /// A mark over each bar in whose time something was posted.
  private static void addPosts(CategoryChart chart, List<String> labels, List<Bar> bars) {
    double top = bars.stream().mapToDouble(bar -> bar.net.doubleValue()).max().orElse(0);
    List<@Nullable Number> marks = new ArrayList<>();
    for (Bar bar : bars) {
      marks.add(bar.posts == 0 ? null : (Number) (top <= 0 ? 1 : top * 1.04));
    }
    if (marks.stream().anyMatch(mark -> mark != null)) {
      chart
          .addSeries("posted", labels, marks)
          .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
          .setMarker(SeriesMarkers.TRIANGLE_DOWN)
          .setMarkerColor(POSTS)
          .setLineColor(POSTS)
          .setLineStyle(new BasicStroke(0));
    }
  }

  private static void style(CategoryStyler styler, int bars) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setOverlapped(true);
    styler.setAvailableSpaceFill(bars > MOST_BARS / 2 ? 0.8 : 0.6);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setYAxisMin(0.0);
    styler.setYAxisDecimalPattern("#,##0");
    styler.setMarkerSize(14);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 28));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
  }

  private static byte[] encode(CategoryChart chart) {
    try {
      return BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException("A picture in memory cannot be written", e);
    }
  }

  /// The last piece may be shorter.
  private static List<Bar> bars(List<DayFigures> days, int length) {
    Map<LocalDate, Bar> bars = new LinkedHashMap<>();
    for (DayFigures day : days) {
      long behind = ChronoUnit.DAYS.between(days.getFirst().day(), day.day()) % length;
      Bar bar = bars.computeIfAbsent(day.day().minusDays(behind), Bar::new);
      bar.net = bar.net.add(amount(day.net()));
      bar.attributed = bar.attributed.add(amount(day.attributed()));
      bar.posts += day.posts();
    }
    return new ArrayList<>(bars.values());
  }

  private static BigDecimal amount(Money money) {
    return new BigDecimal(money.decimal());
  }

  private static final class Bar {
    private final LocalDate first;
    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal attributed = BigDecimal.ZERO;
    private int posts;

    private Bar(LocalDate first) {
      this.first = first;
    }
  }
}
