package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PollingTest {

  private final HandClock clock = new HandClock();

  @AutoClose private final BotApi api = BotApi.start(BotAccount.named("hangtag_bot"), clock);

  @AutoClose private final RawBot bot = new RawBot(api);
  @AutoClose private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Person mia = api.world().person("Mia");

  @Test
  void keeps_updates_until_an_offset_acknowledges_them() {
    say("one", "two", "three");

    JsonNode first = bot.call("getUpdates", "limit", 2);
    long id = first.path(1).path("update_id").asLong();
    JsonNode again = bot.call("getUpdates", "limit", 2, "offset", id);
    JsonNode rest = bot.call("getUpdates", "offset", id + 1);

    assertThat(texts(first)).containsExactly("one", "two");
    assertThat(texts(again)).containsExactly("two", "three");
    assertThat(texts(rest)).containsExactly("three");
    assertThat(api.updates().size()).isEqualTo(1);
  }

  @Test
  void gives_a_hot_loop_one_update_at_a_time() {
    say("one", "two");

    JsonNode first = bot.call("getUpdates");
    JsonNode second = bot.call("getUpdates");

    assertThat(first).hasSize(2);
    assertThat(second).hasSize(1);
  }

  @Test
  void a_negative_offset_leaves_only_the_last() {
    say("one", "two", "three");

    JsonNode last = bot.call("getUpdates", "offset", -1);

    assertThat(texts(last)).containsExactly("three");
    assertThat(api.updates().size()).isEqualTo(1);
  }

  @Test
  void an_offset_beyond_the_queue_acknowledges_nothing() {
    say("one");

    JsonNode updates = bot.call("getUpdates", "offset", 900_000_000L);

    assertThat(texts(updates)).containsExactly("one");
    assertThat(api.updates().size()).isEqualTo(1);
  }

  @Test
  void waits_for_an_update() throws Exception {
    CompletableFuture<JsonNode> poll = poll(0);
    awaitCondition(() -> poll.isDone() || isPolling());

    say("here I am");

    assertThat(texts(poll.get(5, TimeUnit.SECONDS))).containsExactly("here I am");
  }

  @Test
  void a_second_poll_ends_the_first() throws Exception {
    CompletableFuture<JsonNode> first = poll(0);
    awaitCondition(this::isPolling);

    CompletableFuture<JsonNode> second = poll(1);

    JsonNode refused = first.get(5, TimeUnit.SECONDS);
    assertThat(refused.path("error_code").asInt()).isEqualTo(409);
    assertThat(refused.path("description").asText())
        .isEqualTo(
            "Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");
    say("for the second");
    assertThat(texts(second.get(5, TimeUnit.SECONDS))).containsExactly("for the second");
  }

  @Test
  void a_webhook_forbids_polling() throws Exception {
    CompletableFuture<JsonNode> poll = poll(0);
    awaitCondition(this::isPolling);

    bot.call("setWebhook", "url", "https://shop.example/hook");

    assertThat(poll.get(5, TimeUnit.SECONDS).path("description").asText())
        .isEqualTo("Conflict: terminated by setWebhook request");
    assertThat(bot.refusal("getUpdates"))
        .isEqualTo(
            "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
                + " to delete the webhook first");
    say("while nobody asks");
    assertThat(bot.call("getWebhookInfo").path("pending_update_count").asInt()).isEqualTo(1);
    bot.call("deleteWebhook", "drop_pending_updates", false);
    assertThat(texts(bot.call("getUpdates"))).containsExactly("while nobody asks");
  }

  @Test
  void deleting_the_webhook_can_drop_what_waits() {
    say("old");

    bot.call("deleteWebhook", "drop_pending_updates", true);

    assertThat(api.updates().isEmpty()).isTrue();
  }

  @Test
  void forgets_a_message_after_a_day_and_a_press_after_150_seconds() {
    mia.privately().says("/start");
    bot.updates();
    bot.call("sendMessage", "chat_id", mia.id(), "text", "x", "reply_markup", undoKeyboard());
    say("hello");
    mia.privately().presses(mia.privateChat().messages().get(1), "Undo");

    clock.advance(Duration.ofSeconds(151));
    int afterThreeMinutes = api.updates().size();
    clock.advance(Duration.ofHours(24));

    assertThat(afterThreeMinutes).isEqualTo(1);
    assertThat(api.updates().size()).isZero();
  }

  @Test
  void remembers_the_kinds_that_are_wanted() {
    Chat team = api.world().supergroup("Team", mia);
    mia.in(team).addsBot();
    mia.in(team).promotesBot();
    Person ben = api.world().person("Ben");
    mia.in(team).adds(ben);
    List<String> byDefault = bot.kindsOfUpdates();
    bot.call("getUpdates", "offset", 1, "allowed_updates", List.of("chat_member"));
    mia.in(team).removes(ben);
    List<String> chosen = bot.kindsOfUpdates();
    bot.call("getUpdates", "offset", 2, "allowed_updates", List.of());
    mia.in(team).adds(ben);

    assertThat(byDefault).contains("my_chat_member", "message").doesNotContain("chat_member");
    assertThat(chosen).containsExactly("chat_member");
    assertThat(bot.kindsOfUpdates()).containsExactly("message");
  }

  @Test
  void tells_of_members_only_an_administrator_even_when_asked() {
    Chat team = api.world().supergroup("Team", mia);
    Person ben = api.world().person("Ben");
    mia.in(team).addsBot();
    bot.call("getUpdates", "allowed_updates", List.of("chat_member"));

    mia.in(team).adds(ben);
    List<String> asMember = bot.kindsOfUpdates();
    mia.in(team).promotesBot();
    mia.in(team).removes(ben);

    assertThat(asMember).doesNotContain("chat_member");
    assertThat(bot.kindsOfUpdates()).containsExactly("chat_member");
  }

  @Test
  void can_number_updates_from_a_lower_id() {
    say("before the idle week");
    bot.updates();

    api.updates().restartAt(17);
    say("after it");

    JsonNode updates = bot.call("getUpdates", "offset", 700_000_002L);
    assertThat(updates.path(0).path("update_id").asLong()).isEqualTo(17);
    bot.call("getUpdates", "offset", 18);
    assertThat(api.updates().isEmpty()).isTrue();
  }

  @Test
  void does_not_restart_over_unacknowledged_updates() {
    say("one");

    assertThatThrownBy(() -> api.updates().restartAt(17))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1 updates are not acknowledged");
  }

  @Test
  void can_deliver_again_what_was_acknowledged() {
    say("one", "two");
    List<JsonNode> first = bot.updates();

    api.updates().redeliver(2);

    assertThat(bot.updates()).isEqualTo(first);
  }

  @Test
  void can_deliver_what_no_library_understands() {
    ObjectNode strange = Json.object();
    strange.putObject("teleportation").put("to", "Mars");
    ObjectNode poison = Json.object().put("update_id", 42);
    poison.putObject("message").put("date", "yesterday");

    api.updates().inject(strange);
    api.updates().inject(poison);

    List<JsonNode> updates = bot.updates();
    assertThat(updates).extracting(RawBot::kind).containsExactly("teleportation", "message");
    assertThat(updates.get(1).path("update_id").asLong()).isEqualTo(42);
  }

  @Test
  void ends_a_poll_when_it_closes() throws Exception {
    CompletableFuture<JsonNode> poll = poll(0);
    awaitCondition(this::isPolling);

    long start = System.nanoTime();
    api.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(poll.handle((_, _) -> true).get(5, TimeUnit.SECONDS)).isTrue();
  }

  private void say(String... texts) {
    for (String text : texts) {
      mia.privately().says(text);
    }
  }

  private CompletableFuture<JsonNode> poll(long offset) {
    return CompletableFuture.supplyAsync(
        () -> bot.answer("getUpdates", "timeout", 15, "offset", offset), executor);
  }

  /// A poll is logged only when it ends; the world is asked whether one waits.
  private boolean isPolling() {
    return api.isPolled();
  }

  private void awaitCondition(java.util.function.BooleanSupplier condition) {
    assertThat(api.world().monitor().await(condition, Duration.ofSeconds(5))).isTrue();
  }

  private static JsonNode undoKeyboard() {
    return RawBot.json("{\"inline_keyboard\":[[{\"text\":\"Undo\",\"callback_data\":\"u\"}]]}");
  }

  private static List<String> texts(JsonNode body) {
    JsonNode updates = body.has("result") ? body.path("result") : body;
    return Json.elements(updates).map(each -> each.at("/message/text").asText()).toList();
  }
}
