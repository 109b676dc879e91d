package io.hangtag.bot.chat.products;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Workspace;
import io.hangtag.core.team.Workspaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says what is in the media somebody means.
public final class ProductsHandler {
  /// More would not fit a message.
  private static final int MOST_LISTED = 15;

  private final Workspaces workspaces;
  private final MediaLibrary media;
  private final Linking linking;

  public ProductsHandler(Workspaces workspaces, MediaLibrary media, Linking linking) {
    this.workspaces = workspaces;
    this.media = media;
    this.linking = linking;
  }

  /// Answers `/products`.
  ///
  /// @param noMedia what to say where no media is meant
  public Reply handle(Request request, String noMedia) {
    return request.subject().map(subject -> list(request, subject)).orElse(Reply.of(noMedia));
  }

  private Reply list(Request request, Subject subject) {
    List<MediaId> items = media.itemsOf(request.workspace(), subject);
    String name = new MediaNames(media).of(request.workspace(), subject);
    // An album's pictures mostly share their products: each is listed once.
    Map<ProductId, Link> links = new LinkedHashMap<>();
    linking.linksOf(request.workspace(), items).stream()
        .filter(Link::confirmed)
        .forEach(link -> links.putIfAbsent(link.product().id(), link));
    if (links.isEmpty()) {
      return Reply.about(subject, Texts.nothingLinked(name));
    }
    List<Link> listed = links.values().stream().limit(MOST_LISTED).toList();
    Workspace workspace = workspaces.find(request.workspace()).orElseThrow();
    String text = Texts.productsOf(name, listed, links.size(), workspace.timezone());
    return Reply.about(subject, text).with(Button.rows(unlinkButtons(subject, listed)));
  }

  private static List<Button> unlinkButtons(Subject subject, List<Link> links) {
    List<Button> buttons = new ArrayList<>();
    for (Link link : links) {
      buttons.add(
          Button.of(
              Texts.unlinkButton(buttons.size() + 1),
              new ButtonData.Unlink(subject, link.product().id())));
    }
    return buttons;
  }
}
