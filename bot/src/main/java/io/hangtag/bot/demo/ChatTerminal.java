package io.hangtag.bot.demo;

import io.hangtag.bot.playground.Button;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Participant;
import io.hangtag.bot.playground.Person;
import io.hangtag.bot.playground.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A team chat in a terminal: the person types, the bot answers.
final class ChatTerminal {
  private static final String HELP =
      """
      Type a message, or:
        photo FILE [caption]    post a picture (any name will do: an invented one is posted)
        album FILE FILE ...     post several at once
        reply TEXT              reply to the last picture
        press 2                 press a button of the bot's last message, by number or words
        @hangtag_demo_bot blue  search while typing, as in any chat
        pick 2                  send one of what that offers, as a reply to the last picture
        help, quit""";

  private static final Duration ANSWER = Duration.ofMillis(700);

  private final Printer printer;
  private final PrintStream out;
  private final Person person;
  private final Chat chat;
  private final InlineTyping inline;
  private Optional<ChatMessage> picture = Optional.empty();

  ChatTerminal(World world, Printer printer, PrintStream out, Person ada) {
    this.printer = printer;
    this.out = out;
    this.person = ada;
    this.inline = new InlineTyping(out, ada);
    this.chat = world.supergroup("Corner Shop", ada);
    ada.in(chat).addsBot();
    ChatMessage question = chat.awaitFromBot("Which team is this group?");
    var _ = ada.in(chat).presses(question, 0);
    world.await("the team", _ -> question.text().startsWith("This group is now the team"));
  }

  /// Reads lines until the end or `quit`.
  void run(BufferedReader in) throws IOException {
    out.println(HELP);
    printer.show(Duration.ZERO);
    prompt();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.strip().equals("quit")) {
        return;
      }
      obey(line.strip());
      // The answer may come in parts.
      printer.show(ANSWER);
      printer.show(ANSWER);
      prompt();
    }
  }

  private void prompt() {
    out.print("> ");
    out.flush();
  }

  private void obey(String line) throws IOException {
    String[] words = line.split("\\s+", 2);
    String rest = words.length == 2 ? words[1] : "";
    Participant me = person.in(chat);
    switch (words[0]) {
      case "" -> {}
      case "help" -> out.println(HELP);
      case "photo" -> {
        String[] file = rest.split("\\s+", 2);
        picture = Optional.of(me.posts(photo(file[0]), file.length == 2 ? file[1] : ""));
      }
      case "album" -> album(me, List.of(rest.split("\\s+")));
      case "reply" -> reply(me, rest);
      case "press" -> press(me, rest);
      case "pick" -> inline.pick(picture.map(me::replyingTo).orElse(me), rest);
      case "@hangtag_demo_bot", "@bot" -> inline.type(rest);
      default -> {
        ChatMessage _ = me.says(line);
      }
    }
  }

  private void album(Participant me, List<String> files) throws IOException {
    if (files.size() < 2 || files.size() > 10) {
      out.println("An album has 2 to 10 pictures.");
      return;
    }
    List<Media> pictures = new ArrayList<>();
    for (String file : files) {
      pictures.add(photo(file));
    }
    picture = Optional.of(me.postsAlbum(pictures, "").getLast());
  }

  private void reply(Participant me, String text) {
    if (picture.isEmpty() || text.isEmpty()) {
      out.println("Post a picture first (photo FILE), then: reply /link blue polkadot");
      return;
    }
    ChatMessage _ = me.replyingTo(picture.get()).says(text);
  }

  private void press(Participant me, String button) {
    Optional<ChatMessage> message =
        chat.messages().reversed().stream().filter(one -> !one.buttons().isEmpty()).findFirst();
    List<String> texts = message.map(ChatMessage::buttonTexts).orElse(List.of());
    int index = texts.indexOf(button);
    if (index < 0 && button.matches("\\d{1,3}")) {
      index = Integer.parseInt(button) - 1;
    }
    if (index < 0 || index >= texts.size()) {
      out.println(texts.isEmpty() ? "There is no button to press." : "Buttons: " + texts);
      return;
    }
    Button pressed = message.orElseThrow().buttons().get(index);
    if (pressed.callbackData().isEmpty()) {
      // Telegram puts the words into the line where the person types.
      inline.type(pressed.inlineText());
    } else {
      var _ = me.presses(message.get(), index);
    }
  }

  private static Media photo(String file) throws IOException {
    Path path = Path.of(file);
    return Files.isRegularFile(path) ? Media.photo(Files.readAllBytes(path)) : Media.photo(file);
  }
}
