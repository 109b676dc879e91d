package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.db.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// /posted, and posts in channels.
class PostedConversationTest {
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

  @CanIgnoreReturnValue
  private String ask(String command) {
    return mia.in(team.chat()).says(command).reply().text();
  }

  /// `channel status media`, oldest first.
  private List<String> posts() {
    return bot.sql()
        .fetch(
            """
            select p.channel || ' ' || p.status || ' ' || count(m.media_item_id)
            from posts p join post_media m on m.workspace_id = p.workspace_id and m.post_id = p.id
            where p.workspace_id = ? group by p.workspace_id, p.id order by p.id
            """,
            team.workspace().value())
        .into(String.class);
  }

  private @Nullable Object first(String column) {
    return bot.sql()
        .fetchValue(
            "select %s from posts where workspace_id = ? order by id limit 1".formatted(column),
            team.workspace().value());
  }

  @Test
  void records_where_and_when_it_was_posted() {
    photo();
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    String answer = ask("/posted Instagram story yesterday 18:30");

    assertThat(answer).matches("Recorded: photo \\d+, posted on instagram story on .*, 18:30\\.");
    assertThat(posts()).containsExactly("instagram_story posted 1");
    assertThat(first("to_char(posted_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI')"))
        .isEqualTo(yesterday + " 18:30");
    assertThat(first("(select name from users where users.id = posted_by_user_id)"))
        .isEqualTo("Mia");
  }

  @Test
  void takes_now_and_the_channel_used_last_where_nothing_is_said() {
    photo();

    assertThat(ask("/posted")).contains("posted on other on");
    assertThat(ask("/posted tiktok 2026-01-02T10:00+02:00")).contains("2 Jan 2026, 08:00");
    assertThat(ask("/posted 2026-01-03 09:15")).contains("posted on tiktok on");

    assertThat(posts()).containsExactly("other posted 1", "tiktok posted 1", "tiktok posted 1");
  }

  @Test
  void says_what_it_does_not_understand_and_records_nothing() {
    photo();

    assertThat(ask("/posted myspace")).startsWith("“myspace” is no channel").contains("tiktok");
    assertThat(ask("/posted tiktok soon")).startsWith("“soon” is no time");
    assertThat(ask("/posted yesterday")).startsWith("“yesterday” is no time");
    assertThat(ask("/posted 25:00")).startsWith("“25:00” is no time");
    assertThat(ask("/posted tiktok 2099-01-01 10:00")).contains("has not come yet");
    assertThat(ask("/posted tiktok 1999-01-01 10:00")).contains("too long ago");
    assertThat(posts()).isEmpty();
  }

  @Test
  void asks_for_a_photo_where_none_is_meant() {
    assertThat(ask("/posted tiktok")).contains("photo");
    assertThat(posts()).isEmpty();
  }

  @Test
  void undoes_and_records_again() {
    photo();
    ChatMessage answer = mia.in(team.chat()).says("/posted tiktok 2026-01-02 10:00").reply();

    var _ = mia.in(team.chat()).presses(answer, "Undo").answer();
    bot.world().await("the undo", _ -> answer.text().startsWith("Undone"));
    assertThat(posts()).containsExactly("tiktok skipped 1");
    assertThat(ask("/posted list")).startsWith("No posts of photo");
    assertThat(ask("/posted tiktok 2026-01-02 10:00")).startsWith("Recorded");
    assertThat(ask("/posted tiktok 2026-01-02 10:00")).startsWith("That is recorded already");

    assertThat(posts()).containsExactly("tiktok posted 1");
  }

  @Test
  void lists_what_was_posted_newest_first() {
    photo();
    ask("/posted tiktok 2026-01-02 10:00");
    ask("/posted story 2026-02-02 11:00");

    assertThat(ask("/posted list"))
        .matches(
            "(?s)Posts of photo \\d+:\n• Mon 2 Feb 2026, 11:00 · instagram story · Mia\n"
                + "• Fri 2 Jan 2026, 10:00 · tiktok · Mia");
  }

  @Test
  void an_album_is_one_post_with_its_late_items() {
    ChatMessage command =
        mia.in(team.chat())
            .postsAlbum(
                List.of(Media.photo("a " + teams), Media.photo("b " + teams), Media.video("c")),
                "/posted tiktok")
            .getFirst();
    ChatMessage answer = command.reply();
    bot.settle();

    assertThat(posts()).containsExactly("tiktok posted 3");
    var _ = mia.in(team.chat()).presses(answer, "Only this photo").answer();
    bot.settle();
    assertThat(posts()).containsExactly("tiktok posted 1");
    assertThat(answer.text()).startsWith("Only photo");
  }

  @Test
  void an_edited_command_is_a_correction() {
    photo();
    ChatMessage command = mia.in(team.chat()).says("/posted tiktok 2026-01-02 10:00");
    ChatMessage answer = command.reply();

    mia.in(team.chat()).edits(command, "/posted tiktok 2026-01-02 11:00");
    bot.settle();

    assertThat(answer.text()).endsWith("2 Jan 2026, 11:00.");
    assertThat(posts()).containsExactly("tiktok skipped 1", "tiktok posted 1");
  }

  @Test
  void a_post_in_the_teams_channel_is_recorded_by_itself() {
    Chat channel = channel().publicAs("shop_news");
    ChatMessage first = photo();
    bot.settle();

    ChatMessage known = bot.ada().in(channel).forwards(first);
    bot.ada().in(channel).posts(Media.photo("new " + teams), "Look!");
    bot.ada().in(channel).says("No picture");
    bot.settle();

    assertThat(posts()).containsExactly("telegram_channel posted 1", "telegram_channel posted 1");
    assertThat(first("external_id")).isEqualTo(channel.id() + "/" + known.id());
    assertThat(first("permalink")).isEqualTo("https://t.me/shop_news/" + known.id());
    assertThat(ask("/posted list")).contains("telegram channel");
  }

  @Test
  void an_album_in_the_channel_is_one_post() {
    Chat channel = channel();

    bot.ada()
        .in(channel)
        .postsAlbum(List.of(Media.photo("a " + teams), Media.photo("b " + teams)), "");
    bot.settle();
    bot.ada().in(channel).posts(Media.photo("a " + teams), "again");
    bot.settle();

    assertThat(posts()).containsExactly("telegram_channel posted 2", "telegram_channel posted 1");
    assertThat(first("permalink")).isNull();
  }

  private Chat channel() {
    ChatMessage _ = bot.ada().in(team.chat()).says("/help").reply();
    ChatMessage _ = bot.ada().privately().says("/help").reply();
    Chat channel = bot.world().channel("News " + teams, bot.ada());
    bot.ada().in(channel).addsBot();
    ChatMessage question = bot.ada().privateChat().awaitFromBot("News " + teams);
    if (!question.buttonTexts().isEmpty()) {
      var _ = bot.ada().privately().presses(question, "Team " + teams).answer();
    }
    bot.settle();
    return channel;
  }
}
