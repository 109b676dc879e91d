package io.hangtag.bot.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the bot asked of the server, in the order the answers were ready. Safe for many threads.
final class CallLog {

  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

  private final List<Call> calls = new ArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();

  void add(Call call) {
    LOG.debug("{} {} {}", call.method(), call.status(), call.description());
    synchronized (calls) {
      calls.add(call);
    }
  }

  void violated(String what) {
    LOG.warn("The bot breaks the Bot API: {}", what);
    violations.add(what);
  }

  List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  /// Requests being answered, polls for updates left out.
  AtomicInteger inFlight() {
    return inFlight;
  }
}
