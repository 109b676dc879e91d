package io.hangtag.bot.chat.sales;

import io.hangtag.bot.chart.SalesChart;
import io.hangtag.bot.chart.SalesChart.Names;
import io.hangtag.bot.chat.DayWords;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.PickList.Asked;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.ProductChoice;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.SalesTexts;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.attribution.DayFigures;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// Says what a picture, a product or the whole team sold, with a chart.
public final class SalesHandler {
  private final SalesFigures figures;
  private final Products products;
  private final MediaLibrary media;
  private final MediaNames names;
  private final ProductChoice choice;

  public SalesHandler(
      SalesFigures figures, Products products, MediaLibrary media, ProductChoice choice) {
    this.figures = figures;
    this.products = products;
    this.media = media;
    this.names = new MediaNames(media);
    this.choice = choice;
  }

  /// Answers `/attribution`, `/attribution 30d`, `/attribution last month` and `/attribution
  /// hoodie`.
  public Reply handle(Request request, String words) {
    WorkspaceId workspace = request.workspace();
    Optional<DayRange> days = DayWords.range(words, figures.today(workspace));
    if (days.isPresent()) {
      return ofTeam(workspace, days.get());
    }
    if (DayWords.namesDays(words)) {
      return Reply.of(SalesTexts.whichDays());
    }
    if (!words.isEmpty()) {
      return choice.answer(
          workspace, words, Asked.WHICH_SOLD, product -> ofProduct(workspace, product));
    }
    return request
        .subject()
        .map(subject -> ofMedia(workspace, subject))
        .orElseGet(() -> ofTeam(workspace, figures.usualDays(workspace)));
  }

  /// Answers a press on a product's number in a list.
  public PressReply press(WorkspaceId workspace, ProductId product) {
    return ofProduct(workspace, product)
        .map(PressReply::edit)
        .orElseGet(() -> PressReply.toast(Texts.productGone()));
  }

  /// What a product of this team sold; nothing if there is none such any more.
  public Optional<Reply> ofProduct(WorkspaceId workspace, ProductId product) {
    return products.find(workspace, product).map(found -> ofProduct(workspace, found));
  }

  /// The same in plain words, at most 200 characters.
  public Optional<String> brief(WorkspaceId workspace, ProductId product) {
    return products
        .find(workspace, product)
        .map(found -> SalesTexts.brief(found, figures.brief(workspace, product)));
  }

  private Reply ofTeam(WorkspaceId workspace, DayRange days) {
    Report report = figures.ofTeam(workspace, days);
    String words =
        SalesTexts.ofTeam(
            report, figures.byChance(workspace, report), item -> names.titled(workspace, item));
    return drawn(Reply.of(words), SalesTexts.teamTitle(report), report);
  }

  private Reply ofProduct(WorkspaceId workspace, Product product) {
    Report report = figures.ofProduct(workspace, product.id());
    String words = SalesTexts.ofProduct(product, report, item -> names.titled(workspace, item));
    return drawn(Reply.of(words), SalesTexts.productTitle(product), report);
  }

  private static Reply drawn(Reply reply, String title, Report report) {
    Names bars = new Names("all orders", "by posts");
    return report.totals().orders() == 0
        ? reply
        : reply.with(SalesChart.png(title, bars, report.byDay()));
  }

  private Reply ofMedia(WorkspaceId workspace, Subject subject) {
    List<MediaId> items = media.itemsOf(workspace, subject);
    List<Report> reports = figures.ofMedia(workspace, items);
    String name = names.of(workspace, subject);
    Reply words =
        Reply.about(
            subject, SalesTexts.ofMedia(name, reports, item -> names.of(workspace, List.of(item))));
    List<DayFigures> days = figures.days(workspace, items);
    return days.stream().allMatch(day -> day.net().minor() == 0)
        ? words
        : words.with(
            SalesChart.png(
                SalesTexts.mediaTitle(name),
                new Names("all orders of its products", "by its posts"),
                days));
  }
}
