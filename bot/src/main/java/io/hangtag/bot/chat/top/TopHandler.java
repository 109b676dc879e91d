package io.hangtag.bot.chat.top;

import io.hangtag.bot.chart.TopChart;
import io.hangtag.bot.chart.TopChart.Bar;
import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData.Top;
import io.hangtag.bot.chat.ButtonData.Top.Board;
import io.hangtag.bot.chat.Html;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.attribution.Attribution;
import io.hangtag.core.insight.Metric;
import io.hangtag.core.insight.Ranking;
import io.hangtag.core.insight.RankingPeriod;
import io.hangtag.core.insight.Rankings;
import io.hangtag.core.insight.Standing;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Ranks products and media, with bars.
public final class TopHandler {
  /// So many fit a phone below a picture.
  private static final int MOST = 8;

  private final Rankings rankings;
  private final Attribution attribution;
  private final MediaNames names;

  public TopHandler(Rankings rankings, Attribution attribution, MediaNames names) {
    this.rankings = rankings;
    this.attribution = attribution;
    this.names = names;
  }

  /// Answers `/top`, `/top products`, `/top media per post 90d`.
  public Reply handle(WorkspaceId workspace, String words) {
    return switch (TopWords.read(words)) {
      case TopWords.Unknown(String said) -> Reply.of(TopTexts.unknown(said));
      case TopWords.Understood(Board board, Metric metric, RankingPeriod period) ->
          show(new Top(workspace, board, Optional.ofNullable(metric).orElse(usual(board)), period));
    };
  }

  private static Metric usual(Board board) {
    return switch (board) {
      case MEDIA -> Metric.ATTRIBUTED_REVENUE;
      case PRODUCTS -> Metric.REVENUE_PER_POST;
    };
  }

  /// Answers a press on a button below a ranking.
  public PressReply press(WorkspaceId workspace, Top shown) {
    return shown.workspace().equals(workspace)
        ? PressReply.edit(show(shown))
        : PressReply.toast(Texts.strangerToast());
  }

  private Reply show(Top shown) {
    Ranking ranking = ranking(shown, shown.metric());
    List<Named> best = named(shown, ranking);
    String nothing = best.isEmpty() ? TopTexts.nothing(why(shown, ranking)) : "";
    TopTexts texts = new TopTexts(shown, attribution.settings(shown.workspace()), ranking);
    return Reply.of(texts.list(best.stream().map(Named::line).toList(), nothing))
        .with(buttons(shown))
        .with(
            TopChart.png(
                texts.title(), best.stream().map(Named::bar).toList(), Html.plain(nothing, 200)));
  }

  private Ranking ranking(Top shown, Metric metric) {
    return switch (shown.board()) {
      case MEDIA -> rankings.media(shown.workspace(), metric, shown.period(), MOST);
      case PRODUCTS -> rankings.products(shown.workspace(), metric, shown.period(), MOST);
    };
  }

  /// Nobody where the best did nothing at all.
  private List<Named> named(Top shown, Ranking ranking) {
    boolean isNothing = ranking.top().stream().allMatch(it -> it.value().signum() == 0);
    return isNothing
        ? List.of()
        : ranking.top().stream().map(it -> named(shown, ranking, it)).toList();
  }

  private Named named(Top shown, Ranking ranking, Standing standing) {
    String value = TopTexts.value(shown.metric(), standing.value(), ranking.currency());
    Bar bar =
        switch (shown.board()) {
          case PRODUCTS -> {
            String number = "product " + standing.id();
            String title = Html.plain(standing.title(), 60);
            yield new Bar(
                standing.rank(), title.isEmpty() ? number : title, number, standing.value(), value);
          }
          case MEDIA -> {
            MediaId item = new MediaId(standing.id());
            String name = names.of(shown.workspace(), List.of(item));
            yield new Bar(
                standing.rank(),
                names.title(shown.workspace(), item).orElse(name),
                name,
                standing.value(),
                value);
          }
        };
    String name =
        shown.board() == Board.MEDIA
            ? names.titled(shown.workspace(), new MediaId(standing.id()))
            : bar.name();
    return new Named(TopTexts.line(standing.rank(), name, value), bar);
  }

  /// Why nothing is ranked.
  private Why why(Top shown, Ranking ranking) {
    if (ranking.newestOrder().isEmpty() && shown.metric() != Metric.REACH) {
      return new Why.NoOrders();
    }
    if (!ranking.top().isEmpty()) {
      return new Why.AllNought(ranking.maturing());
    }
    // Reach says something of everything that was posted or sold.
    boolean isEmpty = ranking(shown, Metric.REACH).top().isEmpty();
    if (!isEmpty) {
      return new Why.NothingToCompare(shown.metric());
    }
    return ranking.maturing() > 0
        ? new Why.AllYoung(ranking.maturing())
        : new Why.NoPosts(shown.board());
  }

  private static List<List<Button>> buttons(Top shown) {
    List<Button> boards =
        Stream.of(Board.values())
            .map(
                board ->
                    Button.of(
                        TopTexts.chosen(TopTexts.button(board), board == shown.board()),
                        new Top(shown.workspace(), board, shown.metric(), shown.period())))
            .toList();
    List<Button> periods =
        Stream.of(RankingPeriod.values())
            .map(
                period ->
                    Button.of(
                        TopTexts.chosen(TopTexts.button(period), period == shown.period()),
                        new Top(shown.workspace(), shown.board(), shown.metric(), period)))
            .toList();
    int perRow = 3;
    return Stream.concat(
            Stream.of(boards),
            IntStream.range(0, Math.ceilDiv(periods.size(), perRow))
                .mapToObj(
                    row ->
                        periods.subList(
                            row * perRow, Math.min(periods.size(), (row + 1) * perRow))))
        .toList();
  }

  /// A standing as it is said and drawn.
  private record Named(String line, Bar bar) {}

  /// Why a ranking is empty.
  sealed interface Why {
    /// No orders are known at all.
    record NoOrders() implements Why {}

    /// Nobody is above nought.
    record AllNought(int maturing) implements Why {}

    /// The metric says nothing about anything.
    record NothingToCompare(Metric metric) implements Why {}

    /// All posts may still sell.
    record AllYoung(int maturing) implements Why {}

    /// Nothing was posted, or posted and sold.
    record NoPosts(Board board) implements Why {}
  }
}
