package io.hangtag.bot.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Participant;
import io.hangtag.bot.playground.Person;
import io.hangtag.bot.playground.World;
import java.time.Duration;
import java.util.List;

/// A team's first minutes with the bot. Every answer is checked; a wrong one ends the story.
final class Story {
  private final World world;
  private final Printer printer;
  private final Person ada;
  private final Chat shop;

  /// @param ada may set up teams
  Story(World world, Printer printer, Person ada) {
    this.world = world;
    this.printer = printer;
    this.ada = ada;
    this.shop = world.supergroup("Corner Shop", ada);
  }

  /// Tells the story.
  ///
  /// @throws WrongReplyException at the first answer that is not as it should be
  void tell() {
    ada.in(shop).addsBot();
    ChatMessage question = shop.awaitFromBot("Which team is this group?");
    printer.show(Duration.ZERO);
    press(ada, question, "Corner Shop", "This group is now the team Corner Shop.");

    Person mia = join("Mia");
    Person ben = join("Ben");
    ChatMessage mug = mia.in(shop).posts(Media.photo("mug"), "");
    ChatMessage list =
        ask(mia.in(shop).replyingTo(mug), "/link blue polkadot", "Which product is in photo 1?");
    press(mia, list, "More ›", "6–10 of 19");
    press(mia, list, "7", "Linked photo 1 to Set/10 Blue Polkadot Party Candles");
    ChatMessage typed =
        ask(
            ben.in(shop).replyingTo(mug),
            "/link SKU:20675 as mentioned",
            "Linked photo 1 to Blue Polkadot Bowl · 20675 · 1.25 GBP, as mentioned.");
    press(ben, typed, "Background", "Blue Polkadot Bowl · 20675 · 1.25 GBP is now background.");
    expect(
        ask(ben.in(shop).replyingTo(mug), "/products", "Photo 1"), "background, linked by Ben on ");
    ChatMessage unlinked =
        ask(ben.in(shop).replyingTo(mug), "/unlink bowl", "Unlinked Blue Polkadot Bowl");
    press(
        ben,
        unlinked,
        "Undo",
        "Undone: Blue Polkadot Bowl · 20675 · 1.25 GBP is linked to photo 1 again.");

    List<ChatMessage> album =
        mia.in(shop)
            .postsAlbum(
                List.of(Media.photo("bag"), Media.photo("picnic"), Media.photo("beach")),
                "/link@hangtag_demo_bot lunch bag cars blue");
    expect(album.getFirst().reply(), "Lunch Bag Cars Blue");
    printer.show(Duration.ZERO);
    ask(mia.in(shop).replyingTo(album.getLast()), "/products", "Album of 3");

    Person zoe = world.person("Zoe");
    ask(zoe.privately(), "/search parasol", "If your team uses me, write in its group first");
    ask(mia.privately(), "/search parasol", "Products for “parasol”:");
  }

  private Person join(String name) {
    Person person = world.person(name);
    person.in(shop).joins();
    return person;
  }

  @CanIgnoreReturnValue
  private ChatMessage ask(Participant asker, String words, String expected) {
    ChatMessage reply = asker.says(words).reply();
    expect(reply, expected);
    printer.show(Duration.ZERO);
    return reply;
  }

  private void press(Person presser, ChatMessage message, String button, String expected) {
    printer.pressed(presser.firstName(), button);
    var _ = presser.in(shop).presses(message, button).answer();
    world.await(
        "«%s» after a press on [%s]".formatted(expected, button),
        _ -> message.text().contains(expected));
    printer.show(Duration.ZERO);
  }

  private void expect(ChatMessage reply, String expected) {
    if (!reply.text().contains(expected)) {
      printer.show(Duration.ZERO);
      throw new WrongReplyException(
          "Expected «%s», but the bot said «%s»".formatted(expected, reply.text()));
    }
  }
}
