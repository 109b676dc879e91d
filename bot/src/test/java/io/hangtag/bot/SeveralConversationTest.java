package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.ButtonPress;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.db.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several SKUs in one command, several people at once, several teams.
class SeveralConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RunningBot bot;
  private static int teams;

  private Group team;
  private Person mia;
  private Person ann;
  private ChatMessage photo;

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
    ann = bot.world().person("Ann");
    team = bot.team("Team " + ++teams, mia, ann);
    photo = mia.in(team.chat()).posts(Media.photo("photo " + teams), "");
  }

  private ChatMessage ask(String command) {
    return mia.in(team.chat()).replyingTo(photo).says(command).reply();
  }

  private int activeLinks() {
    return bot.sql()
        .fetchCount(
            MEDIA_PRODUCT_LINKS,
            MEDIA_PRODUCT_LINKS
                .WORKSPACE_ID
                .eq(team.workspace().value())
                .and(MEDIA_PRODUCT_LINKS.UNLINKED_AT.isNull()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/link SKU:ABC123, sku:def456 as mentioned",
        "/link SKU:ABC123 sku:DEF456 as Mentioned",
        "/link sku:abc123;def456\nas MENTIONED",
        "/link SKU:ABC123\nSKU:DEF456, sku:abc123 as mentioned",
      })
  void links_several_skus_with_one_answer_and_one_undo(String command) {
    team.shelf().holds("Blue hoodie", "ABC123");
    team.shelf().holds("Red mug", "DEF456");

    ChatMessage answer = ask(command);

    assertThat(answer.text()).contains(", as mentioned:", "linked: Blue hoodie", "linked: Red mug");
    assertThat(activeLinks()).isEqualTo(2);
    var _ = mia.in(team.chat()).presses(answer, "Undo").answer();
    bot.world().await("the undo", _ -> answer.text().startsWith("Undone: Blue hoodie"));
    assertThat(activeLinks()).isZero();
  }

  @Test
  void says_of_each_sku_what_came_of_it_and_asks_for_the_shared_ones() {
    team.shelf().holds("Blue hoodie", "ABC123");
    team.shelf().holds("Left shoe", "SHOE-1");
    team.shelf().holds("Right shoe", "SHOE-1");
    team.shelf().holds("Left sock", "SOCK-1");
    team.shelf().holds("Right sock", "SOCK-1");

    ChatMessage answer = ask("/link SKU:ABC123, SKU:SHOE-1, SKU:NONE-9, SKU:SOCK-1");

    assertThat(answer.text())
        .contains("linked: Blue hoodie", "no product has the SKU NONE-9", "share SKU:SHOE-1");
    var _ = mia.in(team.chat()).presses(answer, "1").answer();
    bot.world().await("the next question", _ -> answer.text().contains("share SKU:SOCK-1"));
    var _ = mia.in(team.chat()).presses(answer, "2").answer();
    bot.world().await("the last pick", _ -> !answer.text().contains("share"));
    assertThat(activeLinks()).isEqualTo(3);
    var _ = mia.in(team.chat()).presses(answer, "Undo").answer();
    bot.world().await("the undo", _ -> answer.text().startsWith("Undone"));
    assertThat(activeLinks()).isZero();
  }

  @Test
  void names_the_types_there_are() {
    team.shelf().holds("Blue hoodie", "ABC123");

    assertThat(ask("/link SKU:ABC123 as mentoned").text())
        .isEqualTo("There is no type “mentoned”: say as featured, as mentioned or as background.");
  }

  @Test
  void a_title_that_ends_like_a_type_is_a_title() {
    team.shelf().holds("Poster as mentioned", "P-1");
    team.shelf().holds("Poster", "P-2");

    assertThat(ask("/link Poster as mentioned").text())
        .contains("to Poster as mentioned · P-1")
        .endsWith("as featured.");
  }

  @Test
  void calls_each_kind_of_media_by_its_name() {
    List<ChatMessage> album =
        mia.in(team.chat())
            .postsAlbum(List.of(Media.photo("mixed " + teams), Media.video("walk")), "");
    team.shelf().holds("Blue hoodie", "ABC123");

    ChatMessage answer =
        mia.in(team.chat()).replyingTo(album.getLast()).says("/link ABC123").reply();

    assertThat(answer.text()).matches("(?s)Linked album of 2 \\(photo \\d+, video \\d+\\) to .*");
    ChatMessage alone = mia.in(team.chat()).posts(Media.video("run"), "/link ABC123");
    assertThat(alone.reply().text()).startsWith("Linked video ");
  }

  @Test
  void a_team_says_who_is_in_it() {
    ChatMessage _ = ann.in(team.chat()).says("/help").reply();

    assertThat(mia.in(team.chat()).says("/team").reply().text())
        .startsWith("This is the team Team " + teams + ", with ")
        .contains("Mia", "Ann");
  }

  @Test
  void the_team_chosen_in_private_stays() {
    Group other = bot.team("Other " + teams, mia);
    team.shelf().holds("Blue hoodie", "ABC123");
    other.shelf().holds("Blue other", "OTHER1");
    ChatMessage _ = mia.in(team.chat()).says("/help").reply();
    ChatMessage _ = mia.in(other.chat()).says("/help").reply();
    ChatMessage question = mia.privately().says("/team").reply();
    assertThat(question.text()).contains("Other " + teams);

    var _ = mia.privately().presses(question, "Team " + teams).answer();
    bot.world().await("the choice", _ -> question.text().contains("the team Team " + teams));
    ChatMessage _ = mia.in(other.chat()).says("/help").reply();

    assertThat(mia.privately().says("/search blue").reply().text()).contains("Blue hoodie");
  }

  @RepeatedTest(5)
  void of_two_who_link_at_once_one_links_and_the_other_is_told() throws Exception {
    team.shelf().holds("Blue hoodie", "ABC123");

    List<ChatMessage> commands =
        atOnce(
            () -> mia.in(team.chat()).replyingTo(photo).says("/link blue hoodie"),
            () -> ann.in(team.chat()).replyingTo(photo).says("/link blue hoodie"));

    List<String> answers = commands.stream().map(command -> command.reply().text()).toList();
    assertThat(answers).filteredOn(text -> text.startsWith("Linked photo")).hasSize(1);
    assertThat(answers)
        .filteredOn(text -> text.matches(".*linked to Blue hoodie.* already by (Mia|Ann), as.*"))
        .hasSize(1);
    assertThat(activeLinks()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void of_two_who_link_at_once_from_group_and_private_chat_one_links() throws Exception {
    team.shelf().holds("Blue hoodie", "ABC123");
    ChatMessage _ = ann.in(team.chat()).says("/help").reply();
    ChatMessage mine = ann.privately().forwards(photo);
    bot.settle();

    List<ChatMessage> commands =
        atOnce(
            () -> mia.in(team.chat()).replyingTo(photo).says("/link blue hoodie"),
            () -> ann.privately().replyingTo(mine).says("/link blue hoodie"));

    List<String> answers = commands.stream().map(command -> command.reply().text()).toList();
    assertThat(answers).filteredOn(text -> text.startsWith("Linked photo")).hasSize(1);
    assertThat(answers).filteredOn(text -> text.contains(" already by ")).hasSize(1);
    assertThat(activeLinks()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void of_two_who_undo_and_unlink_at_once_the_link_is_gone_once() throws Exception {
    team.shelf().holds("Blue hoodie", "ABC123");
    ChatMessage linked = ask("/link blue hoodie");

    List<ButtonPress> presses =
        atOnce(
            () -> mia.in(team.chat()).presses(linked, "Undo"),
            () -> ann.in(team.chat()).presses(linked, "Undo"));

    assertThat(presses.stream().map(press -> press.answer().text()).toList())
        .containsExactlyInAnyOrder(
            "", "Nothing left to undo: it was undone already, or changed since.");
    assertThat(activeLinks()).isZero();
  }

  @RepeatedTest(5)
  void of_two_who_link_and_unlink_at_once_both_are_told_what_came_of_it() throws Exception {
    team.shelf().holds("Blue hoodie", "ABC123");
    ChatMessage _ = ask("/link blue hoodie");
    ChatMessage _ = ann.in(team.chat()).says("/help").reply();
    ChatMessage same = ann.privately().forwards(photo);
    bot.settle();

    List<ChatMessage> commands =
        atOnce(
            () -> mia.in(team.chat()).replyingTo(photo).says("/unlink blue hoodie"),
            () -> ann.privately().replyingTo(same).says("/link blue hoodie"));

    String linking = commands.getLast().reply().text();
    assertThat(commands.getFirst().reply().text()).startsWith("Unlinked Blue hoodie");
    assertThat(linking).containsPattern("^Linked photo|already by Mia");
    assertThat(activeLinks()).isEqualTo(linking.startsWith("Linked photo") ? 1 : 0);
  }

  private static <T> List<T> atOnce(Callable<T> left, Callable<T> right) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<T>> running =
          List.of(left, right).stream()
              .map(
                  one ->
                      threads.submit(
                          () -> {
                            start.await();
                            return one.call();
                          }))
              .toList();
      start.countDown();
      return List.of(running.getFirst().get(), running.getLast().get());
    }
  }
}
