package io.hangtag.bot.chat;

import io.hangtag.core.linking.LinkType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command to the bot.
public sealed interface Command {
  /// `/link blue hoodie`, `/link SKU:ABC123 as mentioned`.
  ///
  /// @param words all of it, should a product be called so
  /// @param query without the type
  record Link(String words, String query, LinkType type) implements Command {}

  /// `/tag summer -beach`; without words it lists the tags.
  record Tag(String words) implements Command {}

  /// `/category memes`, `/category -`; without words it offers the team's.
  record Category(String words) implements Command {}

  /// `/posted instagram story yesterday 18:30`, `/posted list`; without words: now.
  record Posted(String words) implements Command {}

  /// `/team`.
  record Team() implements Command {}

  /// `/unlink hoodie`; without words it lists what could be unlinked.
  record Unlink(String query) implements Command {}

  /// `/attribution`, `/attribution 30d`, `/attribution hoodie`.
  record Attribution(String words) implements Command {}

  /// `/top`, `/top products per post 90d`.
  record Top(String words) implements Command {}

  /// `/insights`, `/insights hoodie`.
  record Insights(String words) implements Command {}

  /// `/products`.
  record Products() implements Command {}

  /// `/search hood`.
  record Search(String query) implements Command {}

  /// `/start`, with what a link into the chat carried.
  record Start(String payload) implements Command {}

  /// `/help`.
  record Help() implements Command {}

  /// A command that the bot does not have.
  ///
  /// @param addressed to this bot by name, so that nobody else will answer
  record Unknown(String name, boolean addressed) implements Command {}

  /// The command that a text begins with.
  ///
  /// @param botUsername this bot's, without @; a command to another bot is none
  static Optional<Command> parse(String text, String botUsername) {
    Matcher matcher = Syntax.COMMAND.matcher(text);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String addressee = matcher.group("bot");
    if (addressee != null && !addressee.equalsIgnoreCase(botUsername)) {
      return Optional.empty();
    }
    String name = matcher.group("name").toLowerCase(Locale.ROOT);
    String words = text.substring(matcher.end()).strip();
    return Optional.of(
        switch (name) {
          case "link" -> link(words);
          case "unlink" -> new Unlink(words);
          case "products" -> new Products();
          case "search" -> new Search(words);
          case "tag" -> new Tag(words);
          case "category" -> new Category(words);
          case "posted" -> new Posted(words);
          case "attribution" -> new Attribution(words);
          case "top" -> new Top(words);
          case "insights" -> new Insights(words);
          case "team" -> new Team();
          case "start" -> new Start(words);
          case "help" -> new Help();
          default -> new Unknown(name, addressee != null);
        });
  }

  private static Link link(String words) {
    Matcher matcher = Syntax.AS_TYPE.matcher(words);
    return matcher.find()
        ? new Link(
            words,
            words.substring(0, matcher.start()).strip(),
            LinkType.of(matcher.group("type").toLowerCase(Locale.ROOT)))
        : new Link(words, words, LinkType.FEATURED);
  }

  /// How commands are written.
  final class Syntax {
    private static final Pattern COMMAND =
        Pattern.compile("/(?<name>[A-Za-z0-9_]{1,32})(?:@(?<bot>[A-Za-z0-9_]+))?(?=\\s|$)");
    private static final Pattern AS_TYPE =
        Pattern.compile(
            "(?:^|\\s)as\\s+(?<type>featured|mentioned|background)\\s*$", Pattern.CASE_INSENSITIVE);

    private Syntax() {}
  }
}
