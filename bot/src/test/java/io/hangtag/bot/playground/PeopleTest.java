package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.playground.BotAccount.Setting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PeopleTest {

  @AutoClose
  private final BotApi api =
      BotApi.start(BotAccount.named("hangtag_bot").without(Setting.PRIVACY_MODE), new HandClock());

  @AutoClose private final RawBot bot = new RawBot(api);
  private final World world = api.world();
  private final Person mia = world.person("Mia").called("mia").speaking("de");
  private final Person ben = world.person("Ben").speaking("");

  @Test
  void a_person_has_what_telegram_tells_of_people() {
    mia.privately().says("hello");
    ben.privately().says("hello");

    List<JsonNode> updates = bot.updates();
    JsonNode from = updates.get(0).at("/message/from");
    assertThat(from.path("id").asLong()).isEqualTo(mia.id()).isGreaterThan(Integer.MAX_VALUE);
    assertThat(from.path("username").asText()).isEqualTo("mia");
    assertThat(from.path("language_code").asText()).isEqualTo("de");
    assertThat(updates.get(1).at("/message/from").has("language_code")).isFalse();
    assertThat(updates.get(0).at("/message/chat/type").asText()).isEqualTo("private");
  }

  @Test
  void an_album_comes_as_messages_of_one_group_with_the_caption_under_the_first() {
    mia.privately()
        .postsAlbum(List.of(Media.photo("a"), Media.video("b"), Media.photo("c")), "summer");

    List<JsonNode> messages = bot.updates().stream().map(each -> each.path("message")).toList();
    assertThat(messages).hasSize(3);
    assertThat(messages)
        .extracting(each -> each.path("media_group_id").asText())
        .containsOnly(messages.getFirst().path("media_group_id").asText());
    assertThat(messages)
        .extracting(each -> each.path("caption").asText(""))
        .containsExactly("summer", "", "");
    assertThat(messages.get(1).path("video").path("duration").asInt()).isEqualTo(10);
  }

  @Test
  void a_photo_has_sizes_with_ids_of_their_own_and_a_new_upload_has_new_ones() {
    Media hoodie = Media.photo("hoodie");

    JsonNode first = mia.privately().posts(hoodie, "").json().path("photo");
    JsonNode second = mia.privately().posts(hoodie, "").json().path("photo");

    assertThat(first)
        .extracting(size -> size.path("width").asInt())
        .containsExactly(90, 320, 800, 1280);
    assertThat(Json.array(List.of(first, second)).findValuesAsText("file_unique_id"))
        .hasSize(8)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_forward_keeps_the_identity_of_the_file() {
    Chat team = world.supergroup("Team", ben, mia);
    ben.in(team).addsBot();
    ChatMessage original = mia.privately().posts(Media.photo("hoodie"), "blue");

    ChatMessage forwarded = mia.in(team).forwards(original);

    assertThat(forwarded.json().path("photo")).isEqualTo(original.json().path("photo"));
    assertThat(forwarded.text()).isEqualTo("blue");
    assertThat(forwarded.json().at("/forward_origin/type").asText()).isEqualTo("user");
    assertThat(forwarded.json().at("/forward_origin/sender_user/id").asLong()).isEqualTo(mia.id());
  }

  @Test
  void an_anonymous_administrator_hides_behind_the_group() {
    Chat team = world.supergroup("Team", mia, ben);
    mia.in(team).addsBot();
    bot.updates();

    ChatMessage message = mia.in(team).anonymously().says("/link hoodie");

    JsonNode json = bot.updates().getFirst().path("message");
    assertThat(json.at("/from/id").asLong()).isEqualTo(1087968824L);
    assertThat(json.at("/sender_chat/id").asLong()).isEqualTo(team.id());
    assertThat(message.isFromBot()).isFalse();
    assertThatThrownBy(() -> ben.in(team).anonymously().says("me too"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void who_writes_as_a_channel_hides_behind_it() {
    Chat team = world.supergroup("Team", mia, ben);
    Chat news = world.channel("News", mia);
    mia.in(team).addsBot();
    bot.updates();

    mia.in(team).as(news).says("/link hoodie");

    JsonNode json = bot.updates().getFirst().path("message");
    assertThat(json.at("/from/id").asLong()).isEqualTo(136817688L);
    assertThat(json.at("/from/is_bot").asBoolean()).isTrue();
    assertThat(json.at("/sender_chat/id").asLong()).isEqualTo(news.id());
    assertThat(json.has("is_automatic_forward")).isFalse();
    assertThatThrownBy(() -> ben.in(team).as(news).says("me too"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void telegram_forwards_the_posts_of_a_channel_into_its_group() {
    Chat team = world.supergroup("Team", mia);
    Chat news = world.channel("News", mia);
    mia.in(team).addsBot();
    news.isDiscussedIn(team);
    bot.updates();

    ChatMessage post = mia.in(news).posts(Media.photo("sale"), "SALE!");

    JsonNode json = bot.updates().getFirst().path("message");
    assertThat(json.at("/chat/id").asLong()).isEqualTo(team.id());
    assertThat(json.at("/from/id").asLong()).isEqualTo(777000L);
    assertThat(json.at("/sender_chat/id").asLong()).isEqualTo(news.id());
    assertThat(json.path("is_automatic_forward").asBoolean()).isTrue();
    assertThat(json.at("/forward_origin/message_id").asInt()).isEqualTo(post.id());
    assertThat(json.path("photo")).isEqualTo(post.json().path("photo"));
    assertThatThrownBy(() -> team.isDiscussedIn(news)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_item_that_comes_late_is_of_the_same_album() {
    List<ChatMessage> album =
        mia.privately().postsAlbum(List.of(Media.photo("a"), Media.photo("b")), "");

    ChatMessage late = mia.privately().addsToAlbum(album.getFirst(), Media.photo("c"));

    assertThat(late.json().path("media_group_id"))
        .isEqualTo(album.getLast().json().path("media_group_id"));
  }

  @Test
  void a_channel_post_has_no_sender_but_the_channel() {
    Chat news = world.channel("News", mia);
    mia.in(news).addsBot();
    bot.updates();

    ChatMessage post = mia.in(news).says("sale!");
    mia.in(news).edits(post, "SALE!");

    List<JsonNode> updates = bot.updates();
    assertThat(updates)
        .extracting(RawBot::kind)
        .containsExactly("channel_post", "edited_channel_post");
    assertThat(updates.getFirst().path("channel_post").has("from")).isFalse();
    assertThat(updates.getFirst().at("/channel_post/sender_chat/title").asText()).isEqualTo("News");
  }

  @Test
  void the_bot_hears_when_it_is_added_promoted_and_removed() {
    Chat team = world.group("Team", mia);

    mia.in(team).addsBot();
    mia.in(team).promotesBot();
    mia.in(team).removesBot();

    List<JsonNode> updates = bot.updates();
    assertThat(updates)
        .extracting(each -> each.at("/my_chat_member/new_chat_member/status").asText(""))
        .containsExactly("member", "", "administrator", "kicked", "");
    assertThat(updates.get(0).at("/my_chat_member/from/id").asLong()).isEqualTo(mia.id());
    assertThat(updates.get(1).at("/message/new_chat_members/0/username").asText())
        .isEqualTo("hangtag_bot");
    assertThat(updates.get(4).at("/message/left_chat_member/username").asText())
        .isEqualTo("hangtag_bot");
  }

  @Test
  void a_group_that_becomes_a_supergroup_says_so_on_both_sides() {
    Chat group = world.group("Team", mia, ben);
    mia.in(group).addsBot();
    bot.updates();

    Chat supergroup = mia.in(group).upgradesToSupergroup();

    List<JsonNode> updates = bot.updates();
    assertThat(updates.get(0).at("/message/migrate_to_chat_id").asLong())
        .isEqualTo(supergroup.id());
    assertThat(updates.get(0).at("/message/chat/id").asLong()).isEqualTo(group.id());
    assertThat(updates.get(1).at("/message/migrate_from_chat_id").asLong()).isEqualTo(group.id());
    assertThat(updates.get(1).at("/message/chat/id").asLong())
        .isEqualTo(supergroup.id())
        .isLessThan(-1_000_000_000_000L);
    assertThat(supergroup.status(ben.id())).isEqualTo(MemberStatus.MEMBER);
  }

  @Test
  void replies_in_a_supergroup_carry_a_thread_that_is_no_topic() {
    Chat team = world.supergroup("Team", mia);
    mia.in(team).addsBot();
    ChatMessage question = mia.in(team).says("which one?");

    ChatMessage reply = mia.in(team).replyingTo(question).says("this one");
    ChatMessage next = mia.in(team).replyingTo(reply).says("no, this one");

    assertThat(reply.threadId()).hasValue(question.id());
    assertThat(next.threadId()).hasValue(question.id());
    assertThat(next.json().has("is_topic_message")).isFalse();
    assertThat(next.json().path("reply_to_message").has("reply_to_message")).isFalse();
  }

  @Test
  void nobody_writes_where_they_are_not() {
    Chat team = world.group("Team", mia);
    mia.blocksBot();

    assertThatThrownBy(() -> ben.in(team).says("hello")).hasMessageContaining("may not write");
    assertThatThrownBy(() -> mia.privately().says("hello")).hasMessageContaining("may not write");
  }

  @Test
  void waiting_in_vain_tells_what_happened_instead() {
    ChatMessage message = mia.privately().says("/link hoodie");

    assertThatThrownBy(() -> world.await("nothing", () -> world.findPerson(0), Duration.ZERO))
        .isInstanceOf(NotHappened.class)
        .hasMessageContaining("private \"Mia\"")
        .hasMessageContaining(message.id() + " Mia: /link hoodie");
  }

  @Test
  void two_who_wait_do_not_keep_each_other_awake() throws Exception {
    mia.privately().says("/start");
    LongAdder asked = new LongAdder();
    Predicate<ChatMessage> counted =
        message -> {
          asked.increment();
          return message.text().equals("now");
        };

    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<ChatMessage> first = two.submit(() -> mia.privateChat().await("now", counted));
      Future<ChatMessage> second = two.submit(() -> mia.privateChat().await("now", counted));
      assertThat(world.monitor().await(() -> asked.sum() > 10, Duration.ofMillis(300))).isFalse();
      mia.privately().says("now");
      assertThat(first.get()).isEqualTo(second.get());
    }
  }

  @Test
  void what_happens_can_be_followed() {
    mia.privately().says("/start");
    bot.call("sendMessage", "chat_id", mia.id(), "text", "hello");
    bot.call("sendChatAction", "chat_id", mia.id(), "action", "typing");

    List<Happening> happenings = world.happenings(1, Duration.ofSeconds(1));

    assertThat(happenings)
        .containsExactly(
            new Happening.Posted(mia.privateChat().lastMessage()),
            new Happening.ActionShown(mia.privateChat(), "typing"));
  }
}
