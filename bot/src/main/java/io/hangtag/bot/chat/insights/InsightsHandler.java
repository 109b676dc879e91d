package io.hangtag.bot.chat.insights;

import io.hangtag.bot.chart.HeatChart;
import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData.Insight;
import io.hangtag.bot.chat.PickList.Asked;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.ProductChoice;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.insight.InsightReport;
import io.hangtag.core.insight.Insights;
import io.hangtag.core.team.Workspace;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.core.team.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says whether posting sells, and when, with a map of the week.
public final class InsightsHandler {
  private final Insights insights;
  private final Workspaces workspaces;
  private final Products products;
  private final ProductChoice choice;

  public InsightsHandler(
      Insights insights, Workspaces workspaces, Products products, ProductChoice choice) {
    this.insights = insights;
    this.workspaces = workspaces;
    this.products = products;
    this.choice = choice;
  }

  /// Answers `/insights` and `/insights hoodie`.
  public Reply handle(WorkspaceId workspace, String words) {
    return words.isEmpty()
        ? show(workspace, Optional.empty(), 0)
        : choice.answer(
            workspace,
            words,
            Asked.WHICH_INSIGHT,
            product -> show(workspace, Optional.of(product), 0));
  }

  /// Answers a press on a product's number in a list, or on another part.
  public PressReply press(WorkspaceId workspace, Insight press) {
    if (!press.workspace().equals(workspace)) {
      return PressReply.toast(Texts.strangerToast());
    }
    ProductId about = press.product();
    if (about == null) {
      return PressReply.edit(show(workspace, Optional.empty(), press.part()));
    }
    return products
        .find(workspace, about)
        .map(found -> PressReply.edit(show(workspace, Optional.of(found), press.part())))
        .orElseGet(() -> PressReply.toast(Texts.productGone()));
  }

  private Reply show(WorkspaceId id, Optional<Product> product, int part) {
    Workspace workspace = workspaces.find(id).orElseThrow();
    InsightReport report =
        product
            .map(about -> insights.about(about.id(), workspace))
            .orElseGet(() -> insights.of(workspace));
    if (report.period().weeks() == 0) {
      return Reply.of(InsightTexts.tooEarly(product));
    }
    List<String> parts = InsightTexts.parts(report, product);
    int shown = Math.min(part, parts.size() - 1);
    return Reply.of(parts.get(shown))
        .with(List.of(turns(new Insight(id, product.map(Product::id).orElse(null), shown), parts)))
        .with(HeatChart.png(report.map()));
  }

  private static List<Button> turns(Insight shown, List<String> parts) {
    List<Button> row = new ArrayList<>();
    if (shown.part() > 0) {
      row.add(Button.of(Texts.backButton(), part(shown, shown.part() - 1)));
    }
    if (shown.part() + 1 < parts.size()) {
      row.add(Button.of(Texts.moreButton(), part(shown, shown.part() + 1)));
    }
    return row;
  }

  private static Insight part(Insight of, int part) {
    return new Insight(of.workspace(), of.product(), part);
  }
}
