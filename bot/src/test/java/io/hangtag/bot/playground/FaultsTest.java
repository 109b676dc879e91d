package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @AutoClose
  private final BotApi api = BotApi.start(BotAccount.named("hangtag_bot"), new HandClock());

  @AutoClose private final RawBot bot = new RawBot(api);
  private final Person mia = api.world().person("Mia");
  private final Person ben = api.world().person("Ben");

  @BeforeEach
  void both_start_the_bot() {
    mia.privately().says("/start");
    ben.privately().says("/start");
  }

  @Test
  void floods_the_next_calls_about_one_chat() {
    api.faults().on("sendMessage").in(mia.privateChat()).next(2, Fault.tooManyRequests(7));

    HttpResponse<String> flooded = send(mia);
    assertThat(flooded.statusCode()).isEqualTo(429);
    assertThat(flooded.body())
        .isEqualTo(
            "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 7\","
                + "\"parameters\":{\"retry_after\":7}}");
    assertThat(send(ben).statusCode()).isEqualTo(200);
    assertThat(send(mia).statusCode()).isEqualTo(429);
    assertThat(send(mia).statusCode()).isEqualTo(200);
    assertThat(mia.privateChat().messages()).hasSize(2);
  }

  @Test
  void what_is_answered_late_has_its_effect_at_once() throws Exception {
    api.faults().on("sendMessage").next(new Fault.AnswersLate(Duration.ofMillis(300)));
    Instant before = Instant.now();

    try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
      Future<HttpResponse<String>> sent = sender.submit(() -> send(mia));
      ChatMessage _ = mia.privateChat().await("the effect", ChatMessage::isFromBot);
      boolean wasAnswered = sent.isDone();

      assertThat(sent.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      assertThat(wasAnswered).isFalse();
      assertThat(before.until(Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }
  }

  @Test
  void answers_with_pages_and_rubbish() {
    api.faults().on("sendMessage").next(Fault.htmlPage(502));
    api.faults().on("sendMessage").next(Fault.emptyBody());
    api.faults().on("sendMessage").next(Fault.truncatedJson());
    api.faults().on("sendMessage").next(Fault.refuses(401, "Unauthorized"));

    assertThat(send(mia).body()).startsWith("<html>");
    assertThat(send(mia).body()).isEmpty();
    assertThat(Json.parse(send(mia).body())).isEmpty();
    assertThat(send(mia).statusCode()).isEqualTo(401);
    assertThat(mia.privateChat().messages()).hasSize(1);
  }

  @Test
  void strikes_every_third_time_until_cleared() {
    api.faults().on("sendMessage").every(3, Fault.htmlPage(500));

    List<Integer> statuses = statuses(6);
    api.faults().clear();

    assertThat(statuses).containsExactly(200, 200, 500, 200, 200, 500);
    assertThat(statuses(3)).containsOnly(200);
  }

  @Test
  void strikes_by_chance_but_the_same_way_in_every_run() {
    api.faults().onEverything().randomly(0.5, 42, Fault.htmlPage(500));
    List<Integer> first = statuses(20);
    api.faults().clear();
    api.faults().onEverything().randomly(0.5, 42, Fault.htmlPage(500));

    assertThat(statuses(20)).isEqualTo(first).contains(200, 500);
  }

  @Test
  void breaks_the_connection_before_the_call_has_an_effect() {
    api.faults().on("sendMessage").next(new Fault.BreaksBefore());

    assertThatThrownBy(() -> send(mia)).isInstanceOf(UncheckedIOException.class);
    assertThat(mia.privateChat().messages()).hasSize(1);
    assertThat(api.calls("sendMessage")).singleElement().extracting(Call::status).isEqualTo(0);
  }

  @Test
  void breaks_the_connection_after_the_call_had_its_effect() {
    api.faults().on("sendMessage").next(new Fault.BreaksAfter());

    assertThatThrownBy(() -> send(mia)).isInstanceOf(UncheckedIOException.class);
    assertThat(mia.privateChat().messages()).hasSize(2);
  }

  @Test
  void breaks_the_connection_in_the_middle_of_the_response() {
    api.faults().on("sendMessage").next(new Fault.BreaksMidway());

    assertThatThrownBy(() -> send(mia)).isInstanceOf(UncheckedIOException.class);
    assertThat(mia.privateChat().messages()).hasSize(2);
    assertThat(send(mia).statusCode()).isEqualTo(200);
  }

  @Test
  void is_slow() {
    api.faults().on("sendMessage").next(new Fault.Delays(Duration.ofMillis(300)));

    long start = System.nanoTime();
    int status = send(mia).statusCode();

    assertThat(status).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void never_answers_and_still_closes() {
    api.faults().on("sendMessage").always(new Fault.Hangs());
    HttpRequest request =
        HttpRequest.newBuilder(bot.address("sendMessage"))
            .timeout(Duration.ofMillis(300))
            .POST(BodyPublishers.noBody())
            .build();

    assertThatThrownBy(() -> bot.send(request)).hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(api.isSettled()).isFalse();
    api.close();
    assertThat(api.calls("sendMessage")).hasSize(1);
  }

  @Test
  void an_update_whose_response_was_lost_comes_again() {
    api.faults().on("getUpdates").next(new Fault.BreaksAfter());

    assertThatThrownBy(() -> bot.call("getUpdates")).isInstanceOf(UncheckedIOException.class);

    assertThat(bot.updates()).hasSize(2);
  }

  private List<Integer> statuses(int calls) {
    return IntStream.range(0, calls).map(_ -> send(mia).statusCode()).boxed().toList();
  }

  private HttpResponse<String> send(Person person) {
    return bot.post(
        "sendMessage", RawBot.parameters("chat_id", person.id(), "text", "hi").toString());
  }
}
