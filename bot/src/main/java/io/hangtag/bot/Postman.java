package io.hangtag.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.bot.chat.Outgoing;
import io.hangtag.bot.telegram.SendResult;
import io.hangtag.bot.telegram.Telegram;
import io.hangtag.core.inbox.Outbox;
import io.hangtag.core.inbox.Outbox.Due;
import io.hangtag.core.team.Team;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what waits in the outbox to Telegram, and records what came of it.
///
/// While the database fails, what came of a message is kept here and recorded later: it does not go
/// out again for that. Safe for use by many threads; there is one in an installation.
final class Postman {
  private static final Logger log = LoggerFactory.getLogger(Postman.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ATTEMPTS = 20;
  private static final Duration AFTER_LOSS = Duration.ofSeconds(2);
  private static final Duration UNREADABLE = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final Team team;
  private final Telegram telegram;
  private final Mail mail;
  private final Queue<Outcome> unrecorded = new ConcurrentLinkedQueue<>();
  private final Set<Long> inHand = new HashSet<>();

  /// Whether something may be marked as being sent that nobody here has in hand, as when the last
  /// process died.
  private boolean mayBeAdrift = true;

  Postman(Outbox outbox, Team team, Telegram telegram, Mail mail) {
    this.outbox = outbox;
    this.team = team;
    this.telegram = telegram;
    this.mail = mail;
  }

  /// Sends the next message that waits.
  ///
  /// @return false if none waits, or all that wait are being sent
  boolean sendNext() {
    recordLate();
    Optional<Due> due = claim();
    due.ifPresent(message -> record(new Outcome(message, send(message))));
    return due.isPresent();
  }

  private synchronized Optional<Due> claim() {
    if (mayBeAdrift) {
      int adrift = outbox.recover(inHand);
      if (adrift > 0) {
        log.warn("{} messages were being sent when that was broken off; they go out again", adrift);
      }
    }
    // If this throws, it may have been done all the same.
    mayBeAdrift = true;
    Optional<Due> due = outbox.claimNext();
    mayBeAdrift = false;
    due.ifPresent(message -> inHand.add(message.id()));
    return due;
  }

  private SendResult send(Due due) {
    Outgoing words;
    try {
      words = words(due);
    } catch (RuntimeException e) {
      log.error("message {} cannot be read", due.id(), e);
      return new SendResult.Later(UNREADABLE, e.getClass().getSimpleName());
    }
    try {
      return telegram.send(due.telegramChatId(), words);
    } catch (RuntimeException e) {
      log.error("message {} got lost on its way to Telegram", due.id(), e);
      return new SendResult.Uncertain(e.getClass().getSimpleName());
    }
  }

  private void recordLate() {
    for (int left = unrecorded.size(); left > 0; left--) {
      Optional.ofNullable(unrecorded.poll()).ifPresent(this::record);
    }
  }

  private void record(Outcome outcome) {
    try {
      settle(outcome.due(), outcome.result());
    } catch (RuntimeException e) {
      log.warn("what came of message {} is recorded later: {}", outcome.due().id(), e.toString());
      unrecorded.add(outcome);
      return;
    }
    synchronized (this) {
      boolean _ = inHand.remove(outcome.due().id());
    }
  }

  /// Does the same when it is done again.
  private void settle(Due due, SendResult result) {
    switch (result) {
      case SendResult.Sent(long messageId) -> outbox.sent(due, messageId);
      case SendResult.Unneeded() -> outbox.done(due);
      case SendResult.Later(Duration delay, String error) -> later(due, delay, error);
      case SendResult.Uncertain(String error) -> {
        log.warn("message {} was given to Telegram without an answer: {}", due.id(), error);
        outbox.lost(due, error, AFTER_LOSS);
      }
      case SendResult.ChatClosed(String error) -> {
        log.warn("chat {} is closed to the bot: {}", due.chat(), error);
        outbox.fail(due, error);
        mail.close(due.chat());
      }
      case SendResult.Upgraded(long supergroup, String error) -> {
        log.info("chat {} has become a supergroup", due.chat());
        boolean _ = team.upgrade(due.telegramChatId(), supergroup);
        outbox.postpone(due, error, Duration.ZERO);
      }
      case SendResult.Refused(String error) -> {
        log.error("message {} was refused: {}", due.id(), error);
        outbox.fail(due, error);
      }
    }
  }

  private void later(Due due, Duration delay, String error) {
    if (due.attempts() >= MOST_ATTEMPTS) {
      log.error("message {} is given up: {}", due.id(), error);
      outbox.fail(due, error);
    } else {
      log.warn("message {} waits {}: {}", due.id(), delay, error);
      outbox.postpone(due, error, delay);
    }
  }

  /// The message as it can be sent now: what it corrects was sent before it, or never will be.
  private Outgoing words(Due due) {
    Outgoing written = read(due);
    if (due.renumbered()) {
      return new Outgoing(written.html(), written.buttons(), 0, null, null)
          .below(written.picture());
    }
    return written.corrects() == null
        ? written
        : written.inPlaceOf(outbox.messageSent(written.corrects()).orElse(null));
  }

  private static Outgoing read(Due due) {
    try {
      return JSON.readValue(due.json(), Outgoing.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A message that we did not write: " + due.id(), e);
    }
  }

  private record Outcome(Due due, SendResult result) {}
}
