package io.hangtag.bot.chart;

import io.hangtag.core.attribution.DayFigures;
import io.hangtag.core.money.Money;
import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Revenue per day, what posts earned of it, and when there were posts; over a longer time per week
/// or month.
public final class SalesChart {
  private static final int HEIGHT = 720;
  private static final int MOST_BARS = 62;
  private static final Color ALL = new Color(0xC9D3DC);
  private static final Color POSTS = new Color(0xD9480F);

  private SalesChart() {}

  /// A picture 1280 by 720 pixels.
  ///
  /// @param title what it is about, in plain words
  /// @param days one after the other, at least one
  public static byte[] png(String title, Names names, List<DayFigures> days) {
    Piece piece = Piece.of(days.size());
    List<Bar> bars = bars(days, piece);
    CategoryChart chart =
        new CategoryChartBuilder().width(Drawing.WIDTH).height(HEIGHT).title(title).build();
    Currency currency = days.getFirst().net().currency();
    chart.setYAxisTitle("%s per %s".formatted(currency.getCurrencyCode(), piece.word));
    style(chart.getStyler(), bars);
    List<String> labels = labels(bars, piece);
    chart
        .addSeries(names.all(), labels, bars.stream().map(bar -> bar.net).toList())
        .setFillColor(ALL);
    chart
        .addSeries(names.part(), labels, bars.stream().map(bar -> bar.attributed).toList())
        .setFillColor(Drawing.BLUE);
    addPosts(chart, labels, bars);
    return Drawing.png(BitmapEncoder.getBufferedImage(chart));
  }

  /// Each label below its own bar; the library's own thinning moves them to others.
  private static List<String> labels(List<Bar> bars, Piece piece) {
    int step = Math.ceilDiv(bars.size(), piece.mostLabels);
    List<String> labels = new ArrayList<>();
    for (Bar bar : bars) {
      labels.add(labels.size() % step == 0 ? piece.label.format(bar.first) : " ");
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

  private static void style(CategoryStyler styler, List<Bar> bars) {
    Drawing.style(styler);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setOverlapped(true);
    styler.setAvailableSpaceFill(bars.size() > MOST_BARS / 2 ? 0.8 : 0.6);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    if (bars.stream().noneMatch(bar -> bar.net.signum() < 0 || bar.attributed.signum() < 0)) {
      styler.setYAxisMin(0.0);
    }
    styler.setYAxisDecimalPattern("#,##0.##");
    styler.setMarkerSize(14);
    // Else the library leaves out labels of its own choice.
    styler.setXAxisTickMarkSpacingHint(1);
    styler.setAxisTickLabelsFont(Drawing.SMALL);
  }

  /// The first and the last piece may be shorter.
  private static List<Bar> bars(List<DayFigures> days, Piece piece) {
    LocalDate first = days.getFirst().day();
    Map<LocalDate, Bar> bars = new LinkedHashMap<>();
    for (DayFigures day : days) {
      Bar bar = bars.computeIfAbsent(piece.start(day.day(), first), Bar::new);
      bar.net = bar.net.add(amount(day.net()));
      bar.attributed = bar.attributed.add(amount(day.attributed()));
      bar.posts += day.posts();
    }
    return new ArrayList<>(bars.values());
  }

  private static BigDecimal amount(Money money) {
    return new BigDecimal(money.decimal());
  }

  /// What the bars are called.
  ///
  /// @param all of what was sold
  /// @param part of that what posts earned
  public record Names(String all, String part) {}

  /// How much time a bar stands for.
  private enum Piece {
    DAY("day", "d MMM", 12),
    WEEK("week", "d MMM", 12),
    MONTH("month", "MMM uuuu", 8);

    private static final int WEEK_DAYS = 7;
    private final String word;
    private final DateTimeFormatter label;
    private final int mostLabels;

    Piece(String word, String label, int mostLabels) {
      this.word = word;
      this.mostLabels = mostLabels;
      this.label = DateTimeFormatter.ofPattern(label, Locale.UK);
    }

    static Piece of(int days) {
      if (days <= MOST_BARS) {
        return DAY;
      }
      return days <= MOST_BARS * WEEK_DAYS ? WEEK : MONTH;
    }

    /// The first day of the piece with this day.
    ///
    /// @param first day of all, which weeks are counted from
    LocalDate start(LocalDate day, LocalDate first) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.minusDays(ChronoUnit.DAYS.between(first, day) % WEEK_DAYS);
        case MONTH -> day.withDayOfMonth(1);
      };
    }
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
