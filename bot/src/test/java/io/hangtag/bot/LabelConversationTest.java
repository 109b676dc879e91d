package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.core.media.MediaFilter;
import io.hangtag.core.media.MediaItem;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// /tag and /category.
class LabelConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RunningBot bot;
  private static int teams;

  private Group team;
  private Person mia;

  @BeforeAll
  static void start() {
    bot = RunningBot.start(db);
  }

  @AfterAll
  static void stop() {
    bot.close();
    assertThat(bot.api().violations()).isEmpty();
  }

  @BeforeEach
  void newTeam() {
    mia = bot.world().person("Mia");
    team = bot.team("Team " + ++teams, mia);
  }

  @CanIgnoreReturnValue
  private ChatMessage photo() {
    return mia.in(team.chat()).posts(Media.photo("photo " + teams), "");
  }

  private String ask(String command) {
    return mia.in(team.chat()).says(command).reply().text();
  }

  private List<List<String>> tags() {
    return items().stream().map(MediaItem::tags).toList();
  }

  private List<MediaItem> items() {
    return bot.core().media().list(team.workspace(), MediaFilter.ALL);
  }

  @Test
  void adds_shows_and_removes_tags() {
    photo();

    assertThat(ask("/tag")).startsWith("There are no tags on photo");
    assertThat(ask("/tag summer beach #Sale")).endsWith("has the tags #summer #beach #Sale.");
    assertThat(ask("/tag -SUMMER sale")).endsWith("has the tags #beach #Sale.");
    assertThat(ask("/tag beach")).startsWith("That changes nothing");
    assertThat(tags()).containsExactly(List.of("beach", "Sale"));
  }

  @Test
  void refuses_what_is_too_long_or_too_much() {
    photo();

    assertThat(ask("/tag " + "x".repeat(61))).contains("at most 60 characters");
    assertThat(ask("/category " + "x".repeat(61))).contains("at most 60 characters");
    assertThat(ask("/tag " + "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5"))
        .contains("at most 30 tags");
    assertThat(tags()).containsExactly(List.of());
  }

  @Test
  void tags_an_album_with_its_late_items_and_takes_it_back() {
    ChatMessage command =
        mia.in(team.chat())
            .postsAlbum(
                List.of(Media.photo("a " + teams), Media.photo("b " + teams), Media.video("c")),
                "/tag summer")
            .getFirst();
    ChatMessage answer = command.reply();
    bot.settle();

    assertThat(tags()).containsExactly(List.of("summer"), List.of("summer"), List.of("summer"));
    assertThat(answer.buttonTexts()).containsExactly("Undo", "Only this photo");
    var _ = mia.in(team.chat()).presses(answer, "Undo").answer();
    bot.settle();
    assertThat(tags()).containsExactly(List.of(), List.of(), List.of());
  }

  @Test
  void only_this_photo_keeps_its_tags() {
    List<ChatMessage> album =
        mia.in(team.chat())
            .postsAlbum(List.of(Media.photo("a " + teams), Media.photo("b " + teams)), "");
    bot.settle();
    ChatMessage answer =
        mia.in(team.chat()).replyingTo(album.getLast()).says("/category memes").reply();

    var _ = mia.in(team.chat()).presses(answer, "Only this photo").answer();
    bot.settle();

    assertThat(items()).extracting(MediaItem::category).containsExactly(null, "memes");
  }

  @Test
  void offers_the_categories_of_the_team() {
    photo();
    assertThat(ask("/category memes")).endsWith("is in the category memes.");
    ChatMessage other = mia.in(team.chat()).posts(Media.photo("other " + teams), "");
    ChatMessage list = mia.in(team.chat()).replyingTo(other).says("/category").reply();

    assertThat(list.buttonTexts()).containsExactly("memes (1)");
    var _ = mia.in(team.chat()).presses(list, "memes (1)").answer();
    bot.world().await("the choice", _ -> list.text().endsWith("is in the category memes."));
    assertThat(ask("/category -")).endsWith("has no category.");
    assertThat(items()).extracting(MediaItem::category).containsExactly("memes", null);
  }

  @Test
  void an_edited_tag_is_a_correction() {
    photo();
    ChatMessage command = mia.in(team.chat()).says("/tag sumer");
    ChatMessage answer = command.reply();

    mia.in(team.chat()).edits(command, "/tag summer");
    bot.settle();

    assertThat(tags()).containsExactly(List.of("summer"));
    assertThat(answer.text()).endsWith("has the tags #summer.");
  }
}
