package io.hangtag.core.inbox;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// The durable queue of messages to send.
///
/// A message is added in the transaction of what it reports. One chat's messages go out in order.
/// Sending is outside any transaction and cannot be made exactly-once: a message whose sending was
/// interrupted is sent once more. Safe for use by many threads.
public final class Outbox {
  private static final Duration KEEP_SENT = Duration.ofDays(7);

  private final DSLContext db;
  private final MediaLibrary media;
  private final InstantSource clock;

  public Outbox(DSLContext db, MediaLibrary media, InstantSource clock) {
    this.db = db;
    this.media = media;
    this.clock = clock;
  }

  /// Adds a message, in JSON of the sender's own. Returns its number in the outbox.
  @CanIgnoreReturnValue
  public long add(ChatId chat, String json) {
    return new OutboxQueries(db).insert(chat, json, Optional.empty(), clock.instant());
  }

  /// Adds a message that is about media: a reply to it means that media. Returns its number in the
  /// outbox.
  @CanIgnoreReturnValue
  public long add(ChatId chat, String json, About about) {
    return new OutboxQueries(db).insert(chat, json, Optional.of(about), clock.instant());
  }

  /// The message to send next, which is marked as being sent.
  public Optional<Due> claimNext() {
    return new OutboxQueries(db).claimNext(clock.instant());
  }

  /// It was sent, as this message of Telegram's.
  public void sent(Due due, long messageId) {
    db.transaction(
        () -> {
          OutboxQueries queries = new OutboxQueries(db);
          queries.holdChat(due.chat());
          Optional<ChatId> chat = queries.markSent(due, messageId, clock.instant());
          // None: it became a supergroup meanwhile, where this number means another message.
          chat.ifPresent(
              where ->
                  due.about()
                      .ifPresent(
                          about ->
                              media.aboutMedia(
                                  about.workspace(), where, messageId, about.subject())));
        });
  }

  /// It was sent, or was not needed, and is no message of its own (an edit, for example).
  public void done(Due due) {
    new OutboxQueries(db).markDone(due.id(), clock.instant());
  }

  /// It was not sent; try again after a while.
  public void postpone(Due due, String error, Duration wait) {
    new OutboxQueries(db).postpone(due.id(), error, clock.instant(), wait);
  }

  /// It was given to Telegram but no answer came: it is sent once more, and not again after that.
  public void lost(Due due, String error, Duration wait) {
    if (due.uncertain()) {
      fail(due, error);
    } else {
      new OutboxQueries(db).markUncertain(due.id());
      postpone(due, error, wait);
    }
  }

  /// It cannot be sent.
  public void fail(Due due, String error) {
    new OutboxQueries(db).markFailed(due.id(), error, clock.instant());
  }

  /// Telegram's number of a message; empty if it was not sent, or is not to be found any more.
  public Optional<Long> messageSent(long id) {
    return new OutboxQueries(db).messageSent(id);
  }

  /// The chat is closed to the bot: what waits for it is dropped, and not sent late should the bot
  /// be let in again. How many messages they were.
  public int abandon(ChatId chat) {
    return new OutboxQueries(db).failWaiting(chat, "the chat is closed", clock.instant());
  }

  /// Whether a message to this chat is being sent: it may be in the chat already, and its number is
  /// not known yet.
  public boolean isSending(ChatId chat) {
    return new OutboxQueries(db).isSending(chat);
  }

  /// Puts back what is marked as being sent and is not: its sender died, or never heard that it got
  /// it. It is sent once more. For the only sender. How many they were.
  ///
  /// @param inHand what really is being sent
  public int recover(Set<Long> inHand) {
    return new OutboxQueries(db).recover(inHand, clock.instant());
  }

  /// Messages that wait to be sent, those that are being sent among them.
  public int waiting() {
    return new OutboxQueries(db).countWaiting();
  }

  /// Forgets messages that were sent (or failed) a week ago.
  public int forgetOld() {
    Instant before = clock.instant().minus(KEEP_SENT);
    return new OutboxQueries(db).deleteDoneBefore(before);
  }

  /// The media that a message is about.
  public record About(WorkspaceId workspace, Subject subject) {}

  /// A message to send now.
  ///
  /// @param telegramChatId Telegram's number of the chat, as it is now
  /// @param attempts how often it was given to Telegram before
  /// @param uncertain once of those without an answer
  /// @param renumbered the chat became a supergroup since: the messages that this one answers or
  ///     edits are not there
  public record Due(
      long id,
      ChatId chat,
      long telegramChatId,
      String json,
      int attempts,
      boolean uncertain,
      boolean renumbered,
      Optional<About> about) {}
}
