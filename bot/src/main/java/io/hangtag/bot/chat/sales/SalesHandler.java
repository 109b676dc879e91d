package io.hangtag.bot.chat.sales;

import io.hangtag.bot.chart.SalesChart;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.PickList;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.SalesTexts;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.attribution.Attribution;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Question;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.SearchResult;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what a picture, a product or the whole team sold, with a chart.
public final class SalesHandler {
  private static final int USUAL_DAYS = 30;
  private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,2})\\s*(?:d|days?)?");

  private final Attribution attribution;
  private final ProductSearch search;
  private final MediaLibrary media;

  public SalesHandler(Attribution attribution, ProductSearch search, MediaLibrary media) {
    this.attribution = attribution;
    this.search = search;
    this.media = media;
  }

  /// Answers `/attribution`, `/attribution 30d` and `/attribution hoodie`.
  public Reply handle(Request request, String words) {
    Matcher days = DAYS.matcher(words);
    if (days.matches()) {
      return ofTeam(request.workspace(), Integer.parseInt(days.group(1)));
    }
    if (!words.isEmpty()) {
      return ofProduct(request.workspace(), words);
    }
    return request
        .subject()
        .map(subject -> ofMedia(request.workspace(), subject))
        .orElseGet(() -> ofTeam(request.workspace(), USUAL_DAYS));
  }

  private Reply ofTeam(WorkspaceId workspace, int days) {
    Report report = attribution.report(workspace, Question.about(last(workspace, days)));
    return drawn(Reply.of(SalesTexts.ofTeam(report)), SalesTexts.teamTitle(report), report);
  }

  private Reply ofProduct(WorkspaceId workspace, String words) {
    if (words.length() > PickList.MAX_QUERY) {
      return Reply.of(Texts.queryTooLong(words.length(), PickList.MAX_QUERY));
    }
    SearchResult found = search.search(workspace, words, 0, PickList.PAGE);
    if (found.hits().isEmpty()) {
      return Reply.of(Texts.nothingFound(words));
    }
    Optional<Product> product = found.clearMatch();
    if (product.isEmpty()) {
      return Reply.of(
          SalesTexts.whichProduct(found.hits().stream().map(hit -> hit.product()).toList()));
    }
    Report report =
        attribution.report(
            workspace,
            new Question(
                Optional.of(last(workspace, USUAL_DAYS)),
                Optional.empty(),
                Optional.empty(),
                product.map(Product::id)));
    return drawn(
        Reply.of(SalesTexts.ofProduct(product.get(), report)), product.get().title(), report);
  }

  private Reply ofMedia(WorkspaceId workspace, Subject subject) {
    List<MediaId> items = media.itemsOf(workspace, subject);
    List<Report> reports =
        items.stream()
            .map(
                item ->
                    attribution.report(
                        workspace,
                        new Question(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(item),
                            Optional.empty())))
            .toList();
    String name = new MediaNames(media).of(workspace, subject);
    return Reply.about(subject, SalesTexts.ofMedia(name, reports));
  }

  private DayRange last(WorkspaceId workspace, int days) {
    return DayRange.last(days, attribution.today(workspace));
  }

  private static Reply drawn(Reply reply, String title, Report report) {
    return report.totals().orders() == 0 ? reply : reply.with(SalesChart.png(title, report));
  }
}
