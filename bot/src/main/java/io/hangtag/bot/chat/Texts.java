package io.hangtag.bot.chat;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductStatus;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaKind;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Everything the bot says, in English.
///
/// HTML for messages; plain text for toasts (at most 200 characters) and button labels.
public final class Texts {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

  private Texts() {}

  /// Items of one kind by their numbers: `photo 42`, `videos 43, 44`.
  static String numbered(MediaKind kind, List<MediaId> items) {
    String word =
        switch (kind) {
          case PHOTO -> "photo";
          case VIDEO -> "video";
          case ANIMATION -> "animation";
          case DOCUMENT -> "file";
        };
    String numbers = items.stream().map(MediaId::toString).collect(Collectors.joining(", "));
    return word + (items.size() > 1 ? "s " : " ") + numbers;
  }

  /// An album that has so many items by now.
  static String album(int items, String names) {
    return "album of %d (%s)".formatted(items, names);
  }

  /// A product in one line: title, SKU, price, and whether it is for sale.
  public static String product(Product product) {
    String status =
        product.status() == ProductStatus.ACTIVE ? "" : " · <i>" + product.status().code() + "</i>";
    return Html.bold(product.title())
        + (product.sku() == null ? "" : " · " + Html.code(product.sku()))
        + (product.price() == null ? "" : " · " + product.price())
        + status;
  }

  // Linking

  public static String linked(String media, Product product, LinkType type) {
    return "Linked %s to %s, as %s.".formatted(media, product(product), type.code());
  }

  /// It was linked so before.
  ///
  /// @param by who linked it; empty: nobody who could be named
  public static String alreadyLinked(
      String media, Product product, LinkType type, Optional<String> by) {
    return "%s: linked to %s already%s, as %s."
        .formatted(
            capital(media),
            product(product),
            by.map(name -> " by " + Html.text(name, 40)).orElse(""),
            type.code());
  }

  public static String retyped(String media, List<Product> products, LinkType type) {
    return "%s: %s %s now %s."
        .formatted(
            capital(media), products(products), products.size() > 1 ? "are" : "is", type.code());
  }

  public static String linkWhat() {
    return "Say which product it is: <code>/link blue hoodie</code> or"
        + " <code>/link SKU:ABC123</code>.";
  }

  public static String noMedia(boolean botSeesAllMessages) {
    String start = "Which photo? Reply to it with the command";
    return botSeesAllMessages
        ? start + ", or send one first."
        : start + ". (I see only messages that are addressed to me, so I need the reply.)";
  }

  public static String queryTooLong(int length, int max) {
    return "That is too long to search for: %,d characters, at most %d.".formatted(length, max);
  }

  public static String nothingFound(String query) {
    return "Nothing in the catalogue matches “%s”. Try fewer words, or the SKU: <code>/link SKU:ABC123</code>."
        .formatted(Html.text(query, 60));
  }

  public static String productGone() {
    return "That product is no longer in the catalogue.";
  }

  public static String mediaGone() {
    return "That photo is not in this team's library.";
  }

  public static String staleMenu() {
    return "This list is out of date. Please send the command again.";
  }

  public static String staleButton() {
    return "This button is from an older version. Please send the command again.";
  }

  // Unlinking

  public static String unlinked(String media, Product product) {
    return "Unlinked %s from %s.".formatted(product(product), media);
  }

  public static String ended(String media, Product product) {
    return "Unlinked %s from %s. It was right until now: what it sold so far still counts."
        .formatted(product(product), media);
  }

  public static String notLinked(String media, String query) {
    return "No product of %s matches “%s”.".formatted(media, Html.text(query, 60));
  }

  public static String unlinkWhich(String media) {
    return "Which product is not in %s?".formatted(media);
  }

  public static String goneAlready() {
    return "That link was removed already.";
  }

  // Undo and friends

  /// Several products in one line.
  public static String products(List<Product> products) {
    return products.stream().map(Texts::product).collect(Collectors.joining(", "));
  }

  public static String undoneLink(String media, List<Product> products) {
    return "Undone: %s %s not linked to %s."
        .formatted(products(products), products.size() > 1 ? "are" : "is", media);
  }

  public static String undoneUnlink(String media, List<Product> products) {
    return "Undone: %s %s linked to %s again."
        .formatted(products(products), products.size() > 1 ? "are" : "is", media);
  }

  public static String kept(int undone, int kept) {
    return " (%d undone, %d stayed: somebody changed them since.)".formatted(undone, kept);
  }

  public static String nothingToUndo() {
    return "Nothing left to undo: it was undone already, or changed since.";
  }

  public static String onlyThis(String media, String products) {
    return "Linked only %s to %s.".formatted(media, products);
  }

  public static String changedSince() {
    return "That was changed since. Please send the command again.";
  }

  // What is in a picture

  public static String nothingLinked(String media) {
    return "Nothing is linked to %s yet. Link a product with <code>/link blue hoodie</code>."
        .formatted(media);
  }

  /// What is linked.
  ///
  /// @param links the first of them
  /// @param total how many there are
  public static String productsOf(String media, List<Link> links, int total, ZoneId timezone) {
    StringBuilder text = new StringBuilder("<b>%s</b>".formatted(capital(media)));
    int number = 1;
    for (Link link : links) {
      text.append("\n%d. %s".formatted(number++, product(link.product())));
      text.append("\n    %s, %s".formatted(link.type().code(), linkedBy(link, timezone)));
      if (link.posts() > 0) {
        text.append(
            "\n    %d posts, %d orders, %s"
                .formatted(link.posts(), link.attributedOrders(), link.attributedRevenue()));
      }
    }
    return total > links.size()
        ? text.append("\n<i>and %d more</i>".formatted(total - links.size())).toString()
        : text.toString();
  }

  private static String linkedBy(Link link, ZoneId timezone) {
    String day = DAY.format(link.linkedAt().atZone(timezone));
    return link.linkedBy() == null
        ? "linked on " + day
        : "linked by %s on %s".formatted(Html.text(link.linkedBy(), 40), day);
  }

  // Teams

  public static String stranger() {
    return "Hello! I tag photos with products, for members of a team. If your team uses me, write in"
        + " its group first; then I know you here too.";
  }

  public static String adminWithoutTeam(String botUsername) {
    return ("Hello! You may set up teams. Add me to your team's group:"
            + " https://t.me/%s?startgroup=team")
        .formatted(botUsername);
  }

  public static String strangerToast() {
    return "This is for members of the team.";
  }

  public static String adminOnly() {
    return "Only an administrator of this bot can do that.";
  }

  public static String unboundGroup() {
    return "This group is not set up yet. The person who runs this bot can do it: add me again, or"
        + " write /start here.";
  }

  public static String bound(String team, boolean botSeesAllMessages) {
    String privacy =
        botSeesAllMessages
            ? "Send photos, then say what is in them:"
            : "I see only what is addressed to me, so reply to a photo with the command:";
    return ("This group is now the team %s. %s\n"
            + "<code>/link blue hoodie</code> or <code>/link SKU:ABC123</code>. More: /help")
        .formatted(Html.bold(team), privacy);
  }

  public static String boundAlready(String team) {
    return "This group is the team %s.".formatted(Html.bold(team));
  }

  public static String whichTeam() {
    return "Which team is this group?";
  }

  public static String teamTaken(String team) {
    return "The team %s has a group already.".formatted(team);
  }

  public static String help() {
    return """
        <b>Hangtag</b> links photos to products.
        Reply to a photo or video (or send one first), then:
        /link blue hoodie – search and link
        /link SKU:ABC123 – link by SKU; add <i>as mentioned</i> or <i>as background</i>
        /link SKU:ABC123, SKU:DEF456 – several at once
        /products – what is linked to it
        /unlink hoodie – take a link back
        /search hood – look in the catalogue
        /tag summer beach, /tag -summer, /category memes – sort it
        /posted instagram story yesterday 18:30 – say where and when it was posted
        /attribution, /attribution 30d, /attribution hoodie – what it sold
        /top, /top products per post 90d – what did best
        /insights, /insights hoodie – does posting sell, and when
        /team – your team
        A caption may be the command too. To correct a command, edit it.""";
  }

  public static String received(String media) {
    return "This is %s. Which product is in it? <code>/link blue hoodie</code>".formatted(media);
  }

  public static String unknownCommand(String name) {
    return "I do not know /%s. See /help.".formatted(Html.text(name, 32));
  }

  public static String failed() {
    return "Something went wrong with that, and it was not done. It has been noted; please try again"
        + " later.";
  }

  public static String failedToast() {
    return "Something went wrong with that, and it was not done.";
  }

  /// The command menu: name to description, in the order shown.
  public static Map<String, String> commands() {
    Map<String, String> commands = new LinkedHashMap<>();
    commands.put("link", "Link a photo to a product: /link blue hoodie");
    commands.put("products", "What is linked to a photo");
    commands.put("unlink", "Take a link back: /unlink hoodie");
    commands.put("search", "Look in the catalogue: /search hood");
    commands.put("tag", "Tag a photo: /tag summer beach");
    commands.put("category", "Put a photo into a category");
    commands.put("posted", "Say that it was posted: /posted tiktok");
    commands.put("attribution", "What it sold: /attribution 30d");
    commands.put("top", "What did best: /top products 90d");
    commands.put("insights", "Does posting sell, and when");
    commands.put("team", "Your team and who is in it");
    commands.put("help", "How it works");
    return commands;
  }

  // Buttons

  public static String undoButton() {
    return "Undo";
  }

  public static String typeButton(LinkType type) {
    return capital(type.code());
  }

  public static String onlyThisButton() {
    return "Only this photo";
  }

  public static String endedButton() {
    return "It was right until now";
  }

  public static String unlinkButton(int number) {
    return "Unlink " + number;
  }

  public static String backButton() {
    return "‹ Back";
  }

  public static String moreButton() {
    return "More ›";
  }

  public static String newTeamButton() {
    return "A new team";
  }

  /// With a capital first letter.
  public static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
