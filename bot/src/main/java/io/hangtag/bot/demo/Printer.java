package io.hangtag.bot.demo;

import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatKind;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Happening;
import io.hangtag.bot.playground.World;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shows what happens in chats as lines of a terminal. For one thread.
final class Printer {
  private static final List<String> PICTURES = List.of("photo", "video", "document");

  private final World world;
  private final PrintStream out;
  private final Map<ChatMessage, String> shownOf = new HashMap<>();
  private int shown;
  private Optional<Chat> last = Optional.empty();

  Printer(World world, PrintStream out) {
    this.world = world;
    this.out = out;
  }

  /// Shows what happened since the last time; waits at most so long for anything to happen.
  void show(Duration patience) {
    for (Happening happening : world.happenings(shown, patience)) {
      shown++;
      show(happening);
    }
    out.flush();
  }

  /// Shows that somebody presses a button.
  void pressed(String person, String button) {
    out.println("%s presses [%s]".formatted(person, button));
  }

  private void show(Happening happening) {
    switch (happening) {
      case Happening.Posted(ChatMessage message) -> line(message, "");
      case Happening.Edited(ChatMessage message) -> line(message, " (now)");
      case Happening.Answered answered when !answered.answer().text().isEmpty() ->
          out.println(
              "  [to %s only: %s]"
                  .formatted(answered.press().person().firstName(), answered.answer().text()));
      case Happening.Answered _,
          Happening.Deleted _,
          Happening.Reacted _,
          Happening.ActionShown _ -> {}
    }
  }

  private void line(ChatMessage message, String suffix) {
    String content = content(message);
    // A message that was edited before it could be shown is shown once.
    if (content.isEmpty() || content.equals(shownOf.put(message, content))) {
      return;
    }
    if (last.filter(message.chat()::equals).isEmpty()) {
      last = Optional.of(message.chat());
      out.println();
      out.println("── " + title(message.chat()) + " ──");
    }
    String author =
        message.isFromBot()
            ? "Hangtag"
            : message.json().at("/from/first_name").asText() + via(message);
    String head = "%s%s%s: ".formatted(author, target(message), suffix);
    out.println(head + content.replace("\n", "\n    "));
    if (!message.buttons().isEmpty()) {
      out.println(
          "    "
              + message.buttonTexts().stream()
                  .map("[%s]"::formatted)
                  .collect(Collectors.joining(" ")));
    }
  }

  private static String via(ChatMessage message) {
    return message.json().has("via_bot") ? " via Hangtag" : "";
  }

  private static String title(Chat chat) {
    return chat.kind() == ChatKind.PRIVATE ? chat.title() + ", in private" : chat.title();
  }

  /// Says what a person's message replies to; that the bot replies to the last command goes without
  /// saying.
  private static String target(ChatMessage message) {
    return message
        .replyTo()
        .filter(_ -> !message.isFromBot())
        .map(original -> " (reply to " + content(original).lines().findFirst().orElse("") + ")")
        .orElse("");
  }

  private static String content(ChatMessage message) {
    String picture =
        PICTURES.stream()
            .filter(message.json()::has)
            .findFirst()
            .map("<%s> "::formatted)
            .orElse("");
    return (picture + message.text()).strip();
  }
}
