package io.hangtag.bot.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Content;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Participant;
import io.hangtag.bot.playground.Person;
import io.hangtag.bot.playground.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// A team's first minutes with the bot. Every answer is checked; a wrong one ends the story.
final class Story {
  private final World world;
  private final Printer printer;
  private final Person ada;
  private final Chat shop;
  private final LocalDate today;

  /// @param ada may set up teams
  /// @param today in UTC
  Story(World world, Printer printer, Person ada, LocalDate today) {
    this.world = world;
    this.printer = printer;
    this.ada = ada;
    this.shop = world.supergroup("Corner Shop", ada);
    this.today = today;
  }

  /// Tells the story.
  ///
  /// @throws WrongReplyException at the first answer that is not as it should be
  ///
  /// @return the chart of what was sold at its end
  Content tell() {
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
    return tellSales(mia, mug, album.getFirst());
  }

  /// The sample shop's orders end yesterday; what was posted before some of them sold.
  private Content tellSales(Person mia, ChatMessage mug, ChatMessage bag) {
    ask(
        mia.in(shop).replyingTo(mug),
        "/posted instagram feed %s 09:00".formatted(today.minusDays(5)),
        "photo 1");
    ask(
        mia.in(shop).replyingTo(bag),
        "/posted tiktok %s 10:00".formatted(today.minusDays(3)),
        "lbum of 3");
    ask(mia.in(shop).replyingTo(mug), "/attribution", "10.00 GBP, 1 order, 1 post, 2 products");
    ChatMessage summary = ask(mia.in(shop), "/attribution 30d", "By posts: ");
    return summary.picture().orElseThrow(() -> new WrongReplyException("There is no chart"));
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
