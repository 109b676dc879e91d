package io.hangtag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/// Sees every answer to a poll, says what is wrong once, and decides how long to wait: the library
/// tells neither the status nor how long Telegram asked to be left alone.
final class PollWatch implements Interceptor, BackOff {
  private static final Logger log = LoggerFactory.getLogger(PollWatch.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private volatile int lastStatus = 200;
  private volatile Duration asked = Duration.ZERO;
  private final AtomicInteger failures = new AtomicInteger();

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      Response response = chain.proceed(chain.request());
      note(response);
      return response;
    } catch (IOException e) {
      // Cancelled by us, to stop.
      if (!chain.call().isCanceled()) {
        sayOnce(0, "Telegram does not answer: " + describe(e));
      }
      throw e;
    }
  }

  private void note(Response response) throws IOException {
    if (response.isSuccessful()) {
      asked = Duration.ZERO;
      sayOnce(200, "Telegram answers again");
      return;
    }
    JsonNode error = body(response);
    asked = Duration.ofSeconds(error.path("parameters").path("retry_after").asLong(0));
    String told = error.path("description").asText("no reason given");
    sayOnce(
        response.code(),
        switch (response.code()) {
          case 401, 404 -> "Telegram does not know this token: check HANGTAG_TELEGRAM_TOKEN";
          case 409 -> "Another program polls with this token: " + told;
          default -> "Telegram answers polls with " + response.code() + ": " + told;
        });
  }

  private static JsonNode body(Response response) throws IOException {
    try (okhttp3.ResponseBody body = response.peekBody(64 * 1024)) {
      return JSON.readTree(body.string());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private void sayOnce(int status, String sentence) {
    if (status == lastStatus) {
      return;
    }
    lastStatus = status;
    if (status == 200) {
      log.info(sentence);
    } else {
      log.error(sentence);
    }
  }

  /// An error without the address it happened at, which contains the token.
  String describe(Exception error) {
    return error.getClass().getSimpleName();
  }

  @Override
  public void reset() {
    failures.set(0);
  }

  @Override
  public long nextBackOffMillis() {
    int exponent = Math.min(failures.getAndIncrement(), 6);
    Duration grown = Duration.ofMillis(500L << exponent);
    Duration wait = grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    return (asked.compareTo(wait) > 0 ? asked : wait).toMillis();
  }
}
