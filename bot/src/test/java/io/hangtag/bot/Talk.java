package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Participant;
import io.hangtag.bot.playground.Person;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.TestDatabase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The running bot of a class of conversations, with a new team for each test that Mia is in.
///
/// ```java
/// @RegisterExtension static final Talk talk = new Talk();
/// ```
final class Talk implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private final TestDatabase database = new TestDatabase();
  private @Nullable RunningBot bot;
  private @Nullable Group team;
  private @Nullable Person mia;
  private @Nullable ChatMessage photo;
  private int teams;

  @Override
  public void beforeAll(ExtensionContext context) {
    database.beforeAll(context);
    bot = RunningBot.start(database);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    mia = bot().world().person("Mia");
    team = bot().team("Team " + ++teams, mia);
    photo = null;
  }

  /// What the bot asked of Telegram must have been in accordance with the Bot API.
  @Override
  public void afterAll(ExtensionContext context) {
    bot().close();
    assertThat(bot().api().violations()).isEmpty();
  }

  RunningBot bot() {
    return Objects.requireNonNull(bot, "Talk belongs in a static field of the test class");
  }

  Group team() {
    return Objects.requireNonNull(team);
  }

  /// No other test's: for names of what must not be found again in another team.
  int number() {
    return teams;
  }

  Chat chat() {
    return team().chat();
  }

  WorkspaceId workspace() {
    return team().workspace();
  }

  Shelf shelf() {
    return team().shelf();
  }

  Person mia() {
    return Objects.requireNonNull(mia);
  }

  /// Mia at the keyboard in the team's chat.
  Participant here() {
    return mia().in(chat());
  }

  /// The photo of this test, which Mia posts when it is first asked for.
  @CanIgnoreReturnValue
  ChatMessage photo() {
    ChatMessage posted = photo == null ? here().posts(picture("photo"), "") : photo;
    photo = posted;
    return posted;
  }

  /// A picture that no other test has.
  Media picture(String name) {
    return Media.photo("%s of team %d".formatted(name, teams));
  }

  /// What the bot answers to a command of Mia about the photo.
  ChatMessage ask(String command) {
    return here().replyingTo(photo()).says(command).reply();
  }

  /// Has Mia press a button, and waits until the message says so.
  @CanIgnoreReturnValue
  ChatMessage press(ChatMessage message, String button, String expected) {
    var _ = mia().in(message.chat()).presses(message, button).answer();
    bot().world().await(expected, _ -> message.text().contains(expected));
    return message;
  }

  /// How many links the team has now.
  int activeLinks() {
    return activeLinks(team());
  }

  int activeLinks(Group of) {
    return bot()
        .sql()
        .fetchCount(
            MEDIA_PRODUCT_LINKS,
            MEDIA_PRODUCT_LINKS
                .WORKSPACE_ID
                .eq(of.workspace().value())
                .and(MEDIA_PRODUCT_LINKS.UNLINKED_AT.isNull()));
  }
}
