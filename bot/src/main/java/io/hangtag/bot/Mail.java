package io.hangtag.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.chat.Outgoing;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.telegram.SendResult;
import io.hangtag.bot.telegram.Telegram;
import io.hangtag.core.inbox.Outbox;
import io.hangtag.core.inbox.Outbox.About;
import io.hangtag.core.inbox.Outbox.Due;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.Team;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the bot says, on its way: into the outbox with what it reports, and from there to Telegram.
final class Mail {
  private static final Logger log = LoggerFactory.getLogger(Mail.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ATTEMPTS = 20;
  private static final Duration AFTER_LOSS = Duration.ofSeconds(2);

  private final Outbox outbox;
  private final Team team;
  private final Telegram telegram;

  Mail(Outbox outbox, Team team, Telegram telegram) {
    this.outbox = outbox;
    this.team = team;
    this.telegram = telegram;
  }

  /// The bot was removed from a chat or blocked there: nothing is sent to it any more, also not
  /// what waits.
  void close(ChatId chat) {
    team.leave(chat);
    int dropped = outbox.abandon(chat);
    if (dropped > 0) {
      log.warn("{} messages to chat {} are dropped: it is closed to the bot", dropped, chat);
    }
  }

  /// Answers a message.
  ///
  /// @param workspace whose media the reply is about; empty: it is about none
  /// @return its number in the outbox
  @CanIgnoreReturnValue
  long answer(Address to, Reply reply, Optional<WorkspaceId> workspace) {
    return add(
        to.chat(),
        new Outgoing(reply.html(), reply.buttons(), to.threadId(), to.reachable(), null),
        about(reply, workspace));
  }

  /// Gives one of the bot's own messages new words.
  void edit(Address message, Reply reply, Optional<WorkspaceId> workspace) {
    long _ =
        add(
            message.chat(),
            new Outgoing(
                reply.html(), reply.buttons(), message.threadId(), null, message.reachable()),
            about(reply, workspace));
  }

  /// Answers a corrected command: the answer it got gets new words. Where that is gone, they are
  /// a new answer.
  void correct(Address to, long answer, Reply reply, WorkspaceId workspace) {
    Outgoing words =
        new Outgoing(reply.html(), reply.buttons(), to.threadId(), to.reachable(), null, answer);
    long _ = add(to.chat(), words, about(reply, Optional.of(workspace)));
  }

  private static Optional<About> about(Reply reply, Optional<WorkspaceId> workspace) {
    Optional<Subject> subject = Optional.ofNullable(reply.about());
    return workspace.flatMap(team -> subject.map(media -> new About(team, media)));
  }

  private long add(Chat chat, Outgoing message, Optional<About> about) {
    String json = write(message);
    return about
        .map(subject -> outbox.add(chat.id(), json, subject))
        .orElseGet(() -> outbox.add(chat.id(), json));
  }

  /// Sends the next message that waits.
  ///
  /// @return false if none waits, or all that wait are being sent
  boolean sendNext() {
    Optional<Due> due = outbox.claimNext();
    due.ifPresent(
        message -> settle(message, telegram.send(message.telegramChatId(), words(message))));
    return due.isPresent();
  }

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
        close(due.chat());
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

  private static String write(Outgoing message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A message is always JSON", e);
    }
  }

  /// The message as it can be sent now: what it corrects was sent before it, or never will be.
  private Outgoing words(Due due) {
    Outgoing written = read(due);
    if (due.renumbered()) {
      return new Outgoing(written.html(), written.buttons(), 0, null, null);
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

  /// Where a message is.
  ///
  /// @param threadId the forum topic; 0: none
  /// @param messageId null: none in particular
  record Address(Chat chat, long threadId, @Nullable Long messageId) {
    /// The message, unless it was in the basic group that the chat no longer is.
    @Nullable Long reachable() {
      return chat.renumbered() ? null : messageId;
    }
  }
}
