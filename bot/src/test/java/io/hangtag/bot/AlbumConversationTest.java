package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.core.linking.Link;
import io.hangtag.core.media.MediaFilter;
import io.hangtag.core.media.MediaItem;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlbumConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RunningBot bot;
  private static int teams;

  private Group team;
  private Person mia;
  private String name;

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
    name = "Team " + ++teams;
    mia = bot.world().person("Mia");
    team = bot.team(name, mia);
    team.shelf().holds("Blue hoodie", "BH-1");
  }

  private List<ChatMessage> album(String caption) {
    return mia.in(team.chat())
        .postsAlbum(
            List.of(Media.photo(name + 1), Media.photo(name + 2), Media.photo(name + 3)), caption);
  }

  private List<Integer> linksPerPicture() {
    return bot.core().media().list(team.workspace(), MediaFilter.ALL).stream()
        .map(MediaItem::links)
        .toList();
  }

  @Test
  void what_is_said_of_one_picture_goes_for_the_album() {
    ChatMessage reply =
        mia.in(team.chat()).replyingTo(album("").get(1)).says("/link blue hoodie").reply();

    assertThat(reply.text()).startsWith("Linked album of 3 (photos ");
    assertThat(linksPerPicture()).containsExactly(1, 1, 1);
  }

  @Test
  void pictures_that_arrive_after_the_command_get_its_link() {
    ChatMessage reply = album("/link blue hoodie").getFirst().reply();

    bot.settle();

    assertThat(reply.text()).contains("and its album to Blue hoodie");
    assertThat(linksPerPicture()).containsExactly(1, 1, 1);
  }

  @Test
  void undo_takes_the_late_pictures_back_too() {
    ChatMessage reply = album("/link blue hoodie").getFirst().reply();
    bot.settle();

    var _ = mia.in(team.chat()).presses(reply, "Undo").answer();

    assertThat(linksPerPicture()).containsExactly(0, 0, 0);
  }

  @Test
  void only_this_photo_takes_the_others_back() {
    List<ChatMessage> pictures = album("");
    ChatMessage reply =
        mia.in(team.chat()).replyingTo(pictures.get(1)).says("/link blue hoodie").reply();

    var _ = mia.in(team.chat()).presses(reply, "Only this photo").answer();

    assertThat(linksPerPicture()).containsExactly(0, 1, 0);
    bot.world().await("the edit", _ -> reply.text().startsWith("Linked only photo "));
  }

  @Test
  void a_forwarded_picture_is_the_same_picture() {
    ChatMessage original = mia.in(team.chat()).posts(Media.photo(name), "");
    ChatMessage _ = mia.in(team.chat()).replyingTo(original).says("/link blue hoodie").reply();

    ChatMessage forwarded = mia.in(team.chat()).forwards(original);
    ChatMessage reply = mia.in(team.chat()).replyingTo(forwarded).says("/products").reply();

    assertThat(reply.text()).contains("Blue hoodie");
    assertThat(linksPerPicture()).containsExactly(1);
  }

  @Test
  void a_forwarded_picture_of_an_album_is_the_same_picture() {
    List<ChatMessage> pictures = album("");
    ChatMessage _ =
        mia.in(team.chat()).replyingTo(pictures.get(1)).says("/link blue hoodie").reply();

    ChatMessage forwarded = mia.in(team.chat()).forwards(pictures.get(2));
    ChatMessage reply = mia.in(team.chat()).replyingTo(forwarded).says("/products").reply();

    assertThat(reply.text()).contains("Blue hoodie");
    assertThat(linksPerPicture()).containsExactly(1, 1, 1);
  }

  @Test
  void a_link_counts_for_each_picture() {
    ChatMessage _ = mia.in(team.chat()).replyingTo(album("").get(0)).says("/link BH-1").reply();

    List<MediaItem> pictures = bot.core().media().list(team.workspace(), MediaFilter.ALL);

    assertThat(
            bot.core()
                .linking()
                .linksOf(team.workspace(), pictures.stream().map(MediaItem::id).toList()))
        .extracting(Link::linkedBy)
        .containsExactly("Mia", "Mia", "Mia");
  }
}
