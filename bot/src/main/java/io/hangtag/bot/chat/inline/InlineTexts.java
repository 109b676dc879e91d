package io.hangtag.bot.chat.inline;

import io.hangtag.bot.chat.Html;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the bot says in inline results and below what was picked. Plain text but for messages.
public final class InlineTexts {
  private InlineTexts() {}

  /// Below a list of products.
  public static String searchButton() {
    return "Search inline";
  }

  /// Below a product that was picked.
  static String linkButton() {
    return "Link";
  }

  /// Below a product whose sales were asked for.
  static String showButton() {
    return "Show";
  }

  /// What is sent into the chat, where strangers may be: no figures. HTML.
  static String soldMessage(Product product) {
    return message(product) + "\n<i>What did it sell? Show tells members of the team.</i>";
  }

  static String undoButton() {
    return Texts.undoButton();
  }

  static String membersOnly() {
    return "For members of a team. Tap to say hello";
  }

  static String typeSomething() {
    return "Type a product's name or SKU";
  }

  static String nothingFound(String text) {
    return "No product matches “%s”".formatted(Html.plain(text, 30));
  }

  /// Never empty, whatever the catalogue says.
  static String title(Product product) {
    String title = Html.plain(product.title(), 100);
    return title.isEmpty() ? "Product " + product.id() : title;
  }

  /// SKU, price and whether it is for sale.
  private static String description(Product product) {
    return Stream.of(
            product.sku() == null ? null : Html.plain(product.sku(), 64),
            product.price() == null ? null : product.price().toString(),
            product.status().code())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  /// What is said of it in a list.
  static String description(Hit hit) {
    String close = hit.tier() == Tier.CLOSE_SKU ? "close to · " : "";
    return close + description(hit.product());
  }

  /// The message that is sent; HTML.
  static String message(Product product) {
    return Html.plain(product.title(), 100).isEmpty()
        ? Html.text(title(product)) + " · " + Html.text(description(product), 200)
        : Texts.product(product);
  }

  static String linked(String media, Product product) {
    return toast("Linked %s to %s, as featured.".formatted(media, shortTitle(product)));
  }

  static String alreadyLinked(String media, Product product) {
    return toast("%s is linked to %s already.".formatted(shortTitle(product), media));
  }

  static String retyped(String media, Product product) {
    return toast("%s is now featured in %s.".formatted(shortTitle(product), media));
  }

  static String noMedia() {
    return "Which photo? Send one first, to your team's group or to me (or reply to one with"
        + " /products), then press Link again.";
  }

  static String elsewhere() {
    return "That photo is not this team's. Nothing was linked.";
  }

  static String mediaGone() {
    return Texts.mediaGone();
  }

  private static String toast(String words) {
    return Html.plain(words, 200);
  }

  private static String shortTitle(Product product) {
    return Html.plain(title(product), 60);
  }
}
