package io.hangtag.core.inbox;

import static io.hangtag.db.schema.Tables.CHATS;
import static io.hangtag.db.schema.Tables.OUTBOX;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.hangtag.core.inbox.Outbox.About;
import io.hangtag.core.inbox.Outbox.Due;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

final class OutboxQueries {
  // Inline: an index is partial by them.
  private static final Condition OPEN = OUTBOX.STATE.in(inline("waiting"), inline("sending"));
  private static final Condition WAITING = OUTBOX.STATE.eq(inline("waiting"));
  private static final Condition SENDING = OUTBOX.STATE.eq(inline("sending"));

  private final DSLContext db;

  OutboxQueries(DSLContext db) {
    this.db = db;
  }

  long insert(ChatId chat, String json, Optional<About> about, Instant now) {
    Optional<Subject> subject = about.map(About::subject);
    return db.insertInto(OUTBOX)
        .set(OUTBOX.CHAT_ID, chat.value())
        .set(OUTBOX.PAYLOAD, JSONB.valueOf(json))
        .set(OUTBOX.CREATED_AT, now)
        .set(OUTBOX.NEXT_ATTEMPT_AT, now)
        .set(OUTBOX.WORKSPACE_ID, about.map(a -> a.workspace().value()).orElse(null))
        .set(OUTBOX.MEDIA_ID, subject.map(s -> s.media().value()).orElse(null))
        .set(OUTBOX.ALBUM_ID, subject.flatMap(Subject::album).map(AlbumId::value).orElse(null))
        .returningResult(OUTBOX.ID)
        .fetchSingle()
        .value1();
  }

  Optional<Due> claimNext(Instant now) {
    SelectField<Optional<About>> about =
        row(OUTBOX.WORKSPACE_ID, OUTBOX.MEDIA_ID, OUTBOX.ALBUM_ID).mapping(OutboxQueries::about);
    Table<Record1<Long>> claimed =
        lateral(
                select(OUTBOX.ID)
                    .from(OUTBOX)
                    .where(OUTBOX.ID.eq(LaneQueries.FIRST_ID))
                    .and(WAITING)
                    .and(OUTBOX.NEXT_ATTEMPT_AT.le(now))
                    .and(exists(openChat()))
                    .forUpdate()
                    .skipLocked())
            .as("claimed");
    return db.withRecursive(LaneQueries.firsts(OUTBOX, OUTBOX.CHAT_ID, OUTBOX.ID, OPEN))
        .update(OUTBOX)
        .set(OUTBOX.STATE, "sending")
        .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1))
        .from(CHATS)
        .where(CHATS.ID.eq(OUTBOX.CHAT_ID))
        .and(
            OUTBOX.ID.eq(
                select(claimed.field(OUTBOX.ID))
                    .from(LaneQueries.firstsInOrder())
                    .crossJoin(claimed)
                    .orderBy(LaneQueries.FIRST_ID)
                    .limit(1)))
        .returningResult(
            OUTBOX.ID,
            OUTBOX.CHAT_ID.convertFrom(ChatId::new),
            CHATS.TELEGRAM_CHAT_ID,
            OUTBOX.PAYLOAD.convertFrom(JSONB::data),
            OUTBOX.ATTEMPTS.minus(1),
            OUTBOX.UNCERTAIN,
            OUTBOX.RENUMBERED,
            about)
        .fetchOptional(mapping(Due::new));
  }

  /// Waits for an upgrade of the chat, and keeps the next one waiting. Before any message of it is
  /// touched: an upgrade takes the chat first and its messages then, and the other way round the
  /// two would wait for each other.
  void holdChat(ChatId chat) {
    db.select(CHATS.ID).from(CHATS).where(CHATS.ID.eq(chat.value())).forKeyShare().fetch();
  }

  /// The chat in which the message has this number; none if the chat became a supergroup since it
  /// was claimed.
  Optional<ChatId> markSent(Due due, long messageId, Instant now) {
    Condition same = OUTBOX.RENUMBERED.eq(due.renumbered());
    return db.update(OUTBOX)
        .set(OUTBOX.STATE, "sent")
        .set(OUTBOX.SENT_AT, now)
        .set(OUTBOX.MESSAGE_ID, when(same, val(messageId)))
        .where(OUTBOX.ID.eq(due.id()))
        .returningResult(OUTBOX.CHAT_ID, OUTBOX.MESSAGE_ID)
        .fetchOptional()
        .filter(row -> row.value2() != null)
        .map(row -> new ChatId(row.value1()));
  }

  void markDone(long id, Instant now) {
    db.update(OUTBOX)
        .set(OUTBOX.STATE, "sent")
        .set(OUTBOX.SENT_AT, now)
        .where(OUTBOX.ID.eq(id))
        .execute();
  }

  /// Unless the chat was closed meanwhile: then it is not tried again.
  void postpone(long id, String error, Instant now, Duration wait) {
    db.update(OUTBOX)
        .set(OUTBOX.STATE, when(exists(openChat()), "waiting").otherwise("failed"))
        .set(OUTBOX.SENT_AT, when(notExists(openChat()), val(now)))
        .set(OUTBOX.ERROR, error)
        .set(OUTBOX.NEXT_ATTEMPT_AT, now.plus(wait))
        .where(OUTBOX.ID.eq(id))
        .execute();
  }

  void markUncertain(long id) {
    db.update(OUTBOX).set(OUTBOX.UNCERTAIN, true).where(OUTBOX.ID.eq(id)).execute();
  }

  void markFailed(long id, String error, Instant now) {
    db.update(OUTBOX)
        .set(OUTBOX.STATE, "failed")
        .set(OUTBOX.ERROR, error)
        .set(OUTBOX.SENT_AT, now)
        .where(OUTBOX.ID.eq(id))
        .execute();
  }

  int failWaiting(ChatId chat, String error, Instant now) {
    return db.update(OUTBOX)
        .set(OUTBOX.STATE, "failed")
        .set(OUTBOX.ERROR, error)
        .set(OUTBOX.SENT_AT, now)
        .where(OUTBOX.CHAT_ID.eq(chat.value()))
        .and(WAITING)
        .execute();
  }

  Optional<Long> messageSent(long id) {
    return db.select(OUTBOX.MESSAGE_ID)
        .from(OUTBOX)
        .where(OUTBOX.ID.eq(id))
        .fetchOptional(OUTBOX.MESSAGE_ID);
  }

  boolean isSending(ChatId chat) {
    return db.fetchExists(OUTBOX, OUTBOX.CHAT_ID.eq(chat.value()).and(SENDING));
  }

  int recover(Set<Long> inHand, Instant now) {
    return db.update(OUTBOX)
        .set(OUTBOX.STATE, when(OUTBOX.UNCERTAIN, "failed").otherwise("waiting"))
        .set(OUTBOX.SENT_AT, when(OUTBOX.UNCERTAIN, val(now)))
        .set(OUTBOX.UNCERTAIN, true)
        .where(SENDING)
        .and(OUTBOX.ID.notIn(inHand))
        .execute();
  }

  int countWaiting() {
    return db.fetchCount(OUTBOX, OPEN);
  }

  int deleteDoneBefore(Instant when) {
    return db.deleteFrom(OUTBOX).where(OUTBOX.SENT_AT.lt(when)).execute();
  }

  private static Select<?> openChat() {
    return selectOne().from(CHATS).where(CHATS.ID.eq(OUTBOX.CHAT_ID)).and(CHATS.ACTIVE);
  }

  private static Optional<About> about(
      @Nullable Long workspace, @Nullable Long media, @Nullable Long album) {
    if (workspace == null || media == null) {
      return Optional.empty();
    }
    AlbumId inAlbum = album == null ? null : new AlbumId(album);
    return Optional.of(
        new About(new WorkspaceId(workspace), new Subject(new MediaId(media), inAlbum)));
  }
}
