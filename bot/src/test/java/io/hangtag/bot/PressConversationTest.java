package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.playground.ButtonPress;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Fault;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Presses by people who may not, and of data that the bot did not put there: nothing changes, and
/// each is answered.
class PressConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final String STRANGER = "This is for members of the team.";
  private static final String ADMIN = "Only an administrator of this bot can do that.";

  private static RunningBot bot;
  private static Shop ours;
  private static Shop theirs;
  private static Person former;

  @BeforeAll
  static void start() {
    bot = RunningBot.start(db);
    ours = new Shop("Ours");
    theirs = new Shop("Theirs");
    former = bot.world().person("Fay");
    former.in(ours.chat()).joins();
    ChatMessage _ = former.in(ours.chat()).says("/help").reply();
    former.in(ours.chat()).leaves();
    bot.settle();
  }

  @AfterAll
  static void stop() {
    bot.close();
    assertThat(bot.api().violations()).isEmpty();
  }

  @BeforeEach
  void rest() {
    bot.settle();
  }

  /// A team with something below which there is a button of each kind.
  private static final class Shop {
    private final Person mia = bot.world().person("Mia");
    private final Group team;
    private final Map<Character, String> buttons = new TreeMap<>();
    private final ChatMessage message;
    private final ChatMessage inline;

    Shop(String name) {
      team = bot.team(name, mia);
      List.of("A", "B", "C", "D", "E", "F", "G")
          .forEach(letter -> team.shelf().holds("Blue cup " + letter, "CUP-" + letter));
      team.shelf().holds("Garmin watch", "GW-1");
      team.shelf().countsWords();
      List<ChatMessage> album =
          mia.in(chat())
              .postsAlbum(List.of(Media.photo(name + 1), Media.photo(name + 2)), "first of two");
      bot.settle();
      inline = mia.queries("GW-1").choose(0, mia.in(chat()));
      keep(inline);
      keep(mia.queries("sold GW-1").choose(0, mia.in(chat())));
      message = asks(album, "/link garmin watch");
      asks(album, "/link blue cup");
      asks(album, "/link garmn");
      asks(album, "/unlink garmn");
      asks(album, "/unlink");
      asks(album, "/tag summer");
      asks(album, "/category memes");
      asks(album, "/category");
      asks(album, "/posted tiktok");
      asks(album, "/top");
      asks(album, "/attribution blue cup");
      asks(album, "/insights blue cup");
      ChatMessage second = asks(album, "/link CUP-A");
      ChatMessage unlinked = asks(album, "/unlink cup a");
      String workspace = Long.toString(team.workspace().value(), Character.MAX_RADIX);
      buttons.put('b', "1b" + workspace);
      buttons.put('n', "1n");
      buttons.put('m', "1m" + workspace);
      buttons.put('h', "1h1." + workspace);
      buttons.put('j', "1j" + workspace + "." + button(second, 'u').substring(2));
      assertThat(unlinked.buttonTexts()).contains("It was right until now");
    }

    Chat chat() {
      return team.chat();
    }

    @CanIgnoreReturnValue
    private ChatMessage asks(List<ChatMessage> album, String command) {
      ChatMessage answer = mia.in(chat()).replyingTo(album.getFirst()).says(command).reply();
      keep(answer);
      return answer;
    }

    private void keep(ChatMessage answer) {
      answer.buttons().stream()
          .map(button -> button.callbackData())
          .filter(data -> !data.isEmpty())
          .forEach(data -> buttons.put(data.charAt(1), data));
    }

    private static String button(ChatMessage answer, char kind) {
      return answer.buttons().stream()
          .map(button -> button.callbackData())
          .filter(data -> data.startsWith("1" + kind))
          .findFirst()
          .orElseThrow();
    }

    /// What a button of this kind holds.
    String data(char kind) {
      return Objects.requireNonNull(buttons.get(kind), () -> "no button of kind " + kind);
    }

    /// Below which message somebody finds it.
    ChatMessage messageWith(char kind) {
      return isInline(kind) ? inline : message;
    }
  }

  private static boolean isInline(char kind) {
    return "ijv".indexOf(kind) >= 0;
  }

  static Stream<Character> kinds() {
    return "abcdefghijklmnopqrstuvxy".chars().mapToObj(kind -> (char) kind);
  }

  /// All that a press could change.
  private static List<String> everything() {
    List<String> rows = new ArrayList<>();
    for (String query :
        List.of(
            "select * from media_product_links",
            "select * from link_events",
            "select id, category, tags from media_items",
            "select * from albums",
            "select id, status from posts",
            "select * from post_media",
            "select id, workspace_id, active from chats where kind <> 'private'",
            "select id, name from workspaces",
            "select * from answers",
            "select * from inline_picks",
            "select workspace_id, user_id, role, left_at, chosen_at from members")) {
      rows.addAll(
          bot.sql()
              .fetch("select t::text from (%s) t order by 1".formatted(query))
              .into(String.class));
    }
    return rows;
  }

  private static String press(Person person, ChatMessage message, String data) {
    List<String> before = everything();
    String text = message.text();

    ButtonPress press = person.in(message.chat()).forges(message, data);
    String answer = press.answer().text();
    bot.settle();

    assertThat(everything()).as("after %s", data).isEqualTo(before);
    assertThat(message.text()).isEqualTo(text);
    return answer;
  }

  @Test
  void knows_a_button_of_each_kind() {
    assertThat(kinds()).hasSize(ButtonData.class.getPermittedSubclasses().length);
    assertThat(ours.buttons.keySet()).containsExactlyElementsOf(kinds().toList());
    assertThat(theirs.buttons.keySet()).containsExactlyElementsOf(kinds().toList());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void who_is_no_member_changes_nothing(char kind) {
    String said = "bnh".indexOf(kind) >= 0 ? ADMIN : STRANGER;
    for (Person person : List.of(bot.world().person("Zoe"), former, theirs.mia)) {
      assertThat(press(person, ours.messageWith(kind), ours.data(kind))).isEqualTo(said);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_is_another_teams_does_not_change(char kind) {
    assertThat(press(ours.mia, ours.messageWith(kind), theirs.data(kind))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void numbers_that_are_none_mean_nothing(char kind) {
    String good = ours.data(kind).substring(2);
    for (String numbers :
        List.of(
            "0",
            "-1",
            "+1",
            ".",
            "1.",
            "1 1",
            "3w5e11264sgsf",
            "3w5e11264sgsf.3w5e11264sgsf",
            "1.3w5e11264sgsf",
            "1y2p0ij32e8e7.1y2p0ij32e8e7",
            "1.zik0zj",
            "1y2p0ij32e8e7.1y2p0ij32e8e7.1y2p0ij32e8e7",
            good + ".1",
            good + "!",
            "9" + good.replaceAll("[^.]", "z"))) {
      assertThat(press(ours.mia, ours.messageWith(kind), "1" + kind + numbers)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_button_of_another_version_is_refused(char kind) {
    assertThat(press(ours.mia, ours.messageWith(kind), "2" + ours.data(kind).substring(1)))
        .contains("older version");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_button_below_the_wrong_sort_of_message_means_nothing_there(char kind) {
    ChatMessage wrong = isInline(kind) ? ours.message : ours.inline;

    assertThat(press(ours.mia, wrong, ours.data(kind))).contains("older version");
  }

  /// The menu of one kind of button behind another kind.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "py", "pc", "pk", "gy", "gc", "gk", "qy", "qc", "qk", "cp", "ck", "yp", "yk", "ap", "ak",
        "kp", "ky", "kc", "yc", "ac"
      })
  void a_menu_of_another_kind_means_nothing(String kinds) {
    String own = ours.data(kinds.charAt(0));
    String menu = ours.data(kinds.charAt(1)).substring(2).replaceFirst("\\..*", "");
    String data = own.substring(0, 2) + menu + own.substring(2).replaceFirst("^[^.]*", "");

    assertThat(press(ours.mia, ours.message, data)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"o", "a", "l"})
  void only_this_photo_of_another_album_changes_nothing(String kind) {
    ChatMessage other = ours.mia.in(ours.chat()).posts(Media.photo("other " + kind), "");
    bot.settle();
    Long id =
        (Long) Objects.requireNonNull(bot.sql().fetchValue("select max(id) from media_items"));
    String data = ours.data(kind.charAt(0)).replaceFirst("\\..*", "");

    String answer =
        press(ours.mia, ours.message, data + "." + Long.toString(id, Character.MAX_RADIX));

    assertThat(other.text()).isEmpty();
    assertThat(answer).isEqualTo("That was changed since. Please send the command again.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"p", "g", "q", "c", "y", "a", "k"})
  void a_menu_that_is_too_old_is_refused(String kind) {
    bot.sql().execute("update menus set created_at = created_at - interval '2 days'");
    try {
      assertThat(press(ours.mia, ours.message, ours.data(kind.charAt(0)))).contains("out of date");
    } finally {
      bot.sql().execute("update menus set created_at = created_at + interval '2 days'");
    }
  }

  @Test
  void a_former_member_presses_in_vain_in_private_too() {
    Person ben = bot.world().person("Ben");
    ben.in(ours.chat()).joins();
    ChatMessage _ = ben.in(ours.chat()).says("/help").reply();
    ChatMessage _ = ben.privately().posts(Media.photo("bens"), "").reply();
    ChatMessage list = ben.privately().says("/link blue cup").reply();

    ben.in(ours.chat()).leaves();
    bot.settle();

    assertThat(press(ben, list, list.buttons().getFirst().callbackData())).isEqualTo(STRANGER);
  }

  @Test
  void where_telegram_hides_the_members_those_who_acted_and_stayed_may_press() {
    Person ben = bot.world().person("Ben");
    ben.in(ours.chat()).joins();
    ChatMessage _ = ben.in(ours.chat()).says("/help").reply();
    Person gone = bot.world().person("Gil");
    gone.in(ours.chat()).joins();
    ChatMessage _ = gone.in(ours.chat()).says("/help").reply();
    gone.in(ours.chat()).leaves();
    bot.settle();
    ChatMessage photo = ours.mia.in(ours.chat()).posts(Media.photo("hidden"), "");
    ChatMessage linked =
        ours.mia.in(ours.chat()).replyingTo(photo).says("/link garmin watch").reply();
    bot.api()
        .faults()
        .on("getChatMember")
        .always(Fault.refuses(400, "Bad Request: member list is inaccessible"));
    try {
      String undo = linked.buttons().getLast().callbackData();
      assertThat(press(gone, linked, undo)).isEqualTo(STRANGER);
      assertThat(press(bot.world().person("Zoe"), linked, undo)).isEqualTo(STRANGER);
      assertThat(ben.in(ours.chat()).presses(linked, "Undo").answer().text()).isEmpty();
    } finally {
      bot.api().faults().clear();
    }
  }

  @Test
  void a_member_who_never_wrote_may_press() {
    Person ben = bot.world().person("Ben");
    ben.in(ours.chat()).joins();
    ChatMessage photo = ours.mia.in(ours.chat()).posts(Media.photo("for ben"), "");
    ChatMessage linked =
        ours.mia.in(ours.chat()).replyingTo(photo).says("/link garmin watch").reply();

    assertThat(ben.in(ours.chat()).presses(linked, "Undo").answer().text()).isEmpty();
    bot.world().await("the undo", _ -> linked.text().startsWith("Undone"));
  }
}
