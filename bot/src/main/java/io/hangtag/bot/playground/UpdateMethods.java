package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the bot gets its updates: long polling, and the webhook that forbids it.
final class UpdateMethods {

  private static final int LONGEST_POLL = 50;
  private static final Duration CONFLICT_PAUSE = Duration.ofSeconds(3);
  private static final Duration HOT_LOOP = Duration.ofMillis(500);
  private static final Duration QUICK_REPEAT = Duration.ofSeconds(3);

  /// A request that waits for updates.
  private static final class Poll {
    private @Nullable Refusal abortedWith;
  }

  private final Monitor monitor;
  private final UpdateQueue updates;
  private @Nullable Poll waiting;
  private String webhookUrl = "";
  private long lastOffset = Long.MIN_VALUE;
  private long lastStart;
  private long nextConflict = System.nanoTime();
  private boolean isClosed;

  UpdateMethods(World world) {
    this.monitor = world.monitor();
    this.updates = world.updates();
  }

  void addTo(Map<String, Method> methods) {
    Method.add(methods, "getUpdates", this::getUpdates);
    Method.add(methods, "setWebhook", this::setWebhook);
    Method.add(methods, "deleteWebhook", this::deleteWebhook);
    Method.add(methods, "getWebhookInfo", _ -> webhookInfo());
  }

  boolean isPolled() {
    return monitor.within(() -> waiting != null);
  }

  void close() {
    monitor.run(() -> isClosed = true);
  }

  private JsonNode getUpdates(Request request) {
    Poll poll = new Poll();
    JsonNode answer = monitor.within(() -> answerOrAbort(request, poll));
    Refusal refusal = poll.abortedWith;
    if (refusal == null) {
      return answer;
    }
    pauseBetweenConflicts();
    throw refusal;
  }

  private JsonNode answerOrAbort(Request request, Poll poll) {
    if (!webhookUrl.isEmpty()) {
      throw Refusal.conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
              + " webhook first");
    }
    rememberAllowed(request);
    abortWaiting(
        "terminated by other getUpdates request; make sure that only one bot instance is running");
    long offset = request.number("offset");
    int limit = request.integer("limit", 100, 1, 100);
    int timeout = request.integer("timeout", 0, 0, LONGEST_POLL);
    boolean isRepeated = offset == lastOffset;
    Duration sinceLast = Duration.ofNanos(System.nanoTime() - lastStart);
    if (isRepeated && sinceLast.compareTo(QUICK_REPEAT) < 0) {
      timeout = Math.max(timeout, 3);
    }
    if (isRepeated && sinceLast.compareTo(HOT_LOOP) < 0) {
      limit = 1;
    }
    lastOffset = offset;
    lastStart = System.nanoTime();
    updates.acknowledge(offset);
    return wait(poll, Duration.ofSeconds(timeout)) ? Json.array(updates.next(limit)) : Json.array();
  }

  private boolean wait(Poll poll, Duration timeout) {
    waiting = poll;
    boolean _ =
        monitor.await(() -> poll.abortedWith != null || isClosed || updates.hasNext(), timeout);
    if (waiting == poll) {
      waiting = null;
    }
    return poll.abortedWith == null && !isClosed;
  }

  private void abortWaiting(String reason) {
    if (waiting != null) {
      waiting.abortedWith = Refusal.conflict(reason);
      waiting = null;
    }
  }

  /// The second of two quick conflicts is answered late, so that two rivals do not spin.
  private void pauseBetweenConflicts() {
    boolean isQuick =
        monitor.within(
            () -> {
              boolean quick = System.nanoTime() - nextConflict < 0;
              if (!quick) {
                nextConflict = System.nanoTime() + CONFLICT_PAUSE.toNanos();
              }
              return quick;
            });
    if (isQuick) {
      monitor.pause(CONFLICT_PAUSE);
    }
  }

  private void rememberAllowed(Request request) {
    if (request.json("allowed_updates").isArray()) {
      Set<String> kinds =
          Json.elements(request.json("allowed_updates"))
              .map(JsonNode::asText)
              .collect(Collectors.toSet());
      updates.allow(kinds);
    }
  }

  private JsonNode setWebhook(Request request) {
    return monitor.within(
        () -> {
          String url = request.text("url");
          if (!url.isEmpty() && !url.startsWith("https://")) {
            throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
          }
          abortWaiting("terminated by setWebhook request");
          rememberAllowed(request);
          return changeWebhook(request, url);
        });
  }

  private JsonNode deleteWebhook(Request request) {
    return monitor.within(() -> changeWebhook(request, ""));
  }

  private JsonNode changeWebhook(Request request, String url) {
    webhookUrl = url;
    if (request.flag("drop_pending_updates")) {
      updates.clear();
    }
    return Json.yes();
  }

  private JsonNode webhookInfo() {
    return monitor.within(
        () -> {
          ObjectNode info =
              Json.object()
                  .put("url", webhookUrl)
                  .put("has_custom_certificate", false)
                  .put("pending_update_count", updates.size());
          if (!updates.allowed().isEmpty()) {
            updates.allowed().stream().sorted().forEach(info.withArray("allowed_updates")::add);
          }
          return info;
        });
  }
}
