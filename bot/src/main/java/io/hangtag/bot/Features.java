package io.hangtag.bot;

import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Command;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.bot.chat.insights.InsightsHandler;
import io.hangtag.bot.chat.label.LabelHandler;
import io.hangtag.bot.chat.link.BatchHandler;
import io.hangtag.bot.chat.link.LinkHandler;
import io.hangtag.bot.chat.posted.PostedHandler;
import io.hangtag.bot.chat.products.ProductsHandler;
import io.hangtag.bot.chat.sales.SalesHandler;
import io.hangtag.bot.chat.search.SearchHandler;
import io.hangtag.bot.chat.team.TeamsHandler;
import io.hangtag.bot.chat.top.TopHandler;
import io.hangtag.bot.chat.unlink.UnlinkHandler;
import io.hangtag.core.catalog.ProductId;
import java.util.Optional;

/// What members of a team can do in chat, one handler each.
///
/// @param noMedia what to say where a command needs media and none is meant
record Features(
    LinkHandler link,
    BatchHandler batch,
    UnlinkHandler unlink,
    ProductsHandler products,
    SearchHandler search,
    LabelHandler label,
    PostedHandler posted,
    SalesHandler sales,
    TopHandler top,
    InsightsHandler insights,
    TeamsHandler team,
    String noMedia) {

  /// Answers a command; nothing where silence is better.
  Optional<Reply> answer(Request request, Command command) {
    return switch (command) {
      case Command.Link said -> Optional.of(link.handle(request, said, noMedia));
      case Command.Unlink said -> Optional.of(unlink.handle(request, said, noMedia));
      case Command.Products() -> Optional.of(products.handle(request, noMedia));
      case Command.Search said -> Optional.of(search.handle(request, said));
      case Command.Tag(String words) -> Optional.of(label.tag(request, words, noMedia));
      case Command.Category(String words) -> Optional.of(label.category(request, words, noMedia));
      case Command.Attribution(String words) -> Optional.of(sales.handle(request, words));
      case Command.Top(String words) -> Optional.of(top.handle(request.workspace(), words));
      case Command.Insights(String words) ->
          Optional.of(insights.handle(request.workspace(), words));
      case Command.Posted(String words) -> Optional.of(posted.handle(request, words, noMedia));
      case Command.Team() -> Optional.of(team.roster(request.workspace()));
      case Command.Start(String _), Command.Help() -> Optional.of(Reply.of(Texts.help()));
      case Command.Unknown(String name, boolean addressed) ->
          addressed ? Optional.of(Reply.of(Texts.unknownCommand(name))) : Optional.empty();
    };
  }

  /// Answers a press on a button.
  PressReply press(Request request, ButtonData pressed) {
    return switch (pressed) {
      case ButtonData.Pick pick -> link.pick(request.actor(), pick);
      case ButtonData.Page page -> link.turn(request.actor(), page);
      case ButtonData.Exactly exactly -> link.exactly(request.actor(), exactly);
      case ButtonData.ExactlyLinked exactly -> unlink.exactly(request, exactly);
      case ButtonData.Undo undo -> batch.undo(request, undo);
      case ButtonData.Retype retype -> batch.retype(request, retype);
      case ButtonData.OnlyThis only -> batch.onlyThis(request, only);
      case ButtonData.Ended ended -> batch.ended(request, ended);
      case ButtonData.Unlink off -> unlink.press(request, off);
      case ButtonData.Category category -> label.choose(request, category);
      case ButtonData.UndoLabels undo -> label.undo(request, undo);
      case ButtonData.OnlyThisLabelled only -> label.onlyThis(request, only);
      case ButtonData.UndoPosted undo -> posted.undo(request, undo);
      case ButtonData.OnlyThisPosted only -> posted.onlyThis(request, only);
      case ButtonData.SoldBy(ProductId product) -> sales.press(request.workspace(), product);
      case ButtonData.Top shown -> top.press(request.workspace(), shown);
      case ButtonData.Insight shown -> insights.press(request.workspace(), shown);
      // These are for people without a team, and never come here.
      case ButtonData.ChooseTeam _,
          ButtonData.Bind _,
          ButtonData.BindNew _,
          ButtonData.BindChannel _ ->
          PressReply.toast(Texts.staleButton());
      // These are below messages sent inline, whose presses never come here.
      case ButtonData.PickedLink _, ButtonData.PickedUndo _, ButtonData.ShowSold _ ->
          PressReply.toast(Texts.staleButton());
    };
  }
}
