package io.hangtag.core.inbox;

import static io.hangtag.db.schema.Tables.CHATS;
import static io.hangtag.db.schema.Tables.OUTBOX;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.hangtag.core.inbox.Outbox.About;
import io.hangtag.core.inbox.Outbox.Due;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

final class OutboxQueries {
  // Inline: an index is partial by them.
  private static final Condition OPEN = OUTBOX.STATE.in(inline("waiting"), inline("sending"));
  private static final Condition WAITING = OUTBOX.STATE.eq(inline("waiting"));

  private final DSLContext db;

  OutboxQueries(DSLContext db) {
    this.db = db;
  }

  void insert(ChatId chat, String json, Optional<About> about, Instant now) {
    Optional<Subject> subject = about.map(About::subject);
    db.insertInto(OUTBOX)
        .set(OUTBOX.CHAT_ID, chat.value())
        .set(OUTBOX.PAYLOAD, JSONB.valueOf(json))
        .set(OUTBOX.CREATED_AT, now)
        .set(OUTBOX.NEXT_ATTEMPT_AT, now)
        .set(OUTBOX.WORKSPACE_ID, about.map(a -> a.workspace().value()).orElse(null))
        .set(OUTBOX.MEDIA_ID, subject.map(s -> s.media().value()).orElse(null))
        .set(OUTBOX.ALBUM_ID, subject.flatMap(Subject::album).map(AlbumId::value).orElse(null))
        .execute();
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
            about)
        .fetchOptional(mapping(Due::new));
  }

  void markSent(long id, Instant now) {
    db.update(OUTBOX)
        .set(OUTBOX.STATE, "sent")
        .set(OUTBOX.SENT_AT, now)
        .where(OUTBOX.ID.eq(id))
        .execute();
  }

  void postpone(long id, String error, Instant next) {
    db.update(OUTBOX)
        .set(OUTBOX.STATE, "waiting")
        .set(OUTBOX.ERROR, error)
        .set(OUTBOX.NEXT_ATTEMPT_AT, next)
        .where(OUTBOX.ID.eq(id))
        .execute();
  }

  void markFailed(long id, String error, Instant now) {
    db.update(OUTBOX)
        .set(OUTBOX.STATE, "failed")
        .set(OUTBOX.ERROR, error)
        .set(OUTBOX.SENT_AT, now)
        .where(OUTBOX.ID.eq(id))
        .execute();
  }

  void postponeUncertain(long id, String error, Instant next) {
    db.update(OUTBOX)
        .set(OUTBOX.STATE, "waiting")
        .set(OUTBOX.UNCERTAIN, true)
        .set(OUTBOX.ERROR, error)
        .set(OUTBOX.NEXT_ATTEMPT_AT, next)
        .where(OUTBOX.ID.eq(id))
        .execute();
  }

  int recover(Instant now) {
    return db.update(OUTBOX)
        .set(OUTBOX.STATE, when(OUTBOX.UNCERTAIN, "failed").otherwise("waiting"))
        .set(OUTBOX.SENT_AT, when(OUTBOX.UNCERTAIN, val(now)))
        .set(OUTBOX.UNCERTAIN, true)
        .where(OUTBOX.STATE.eq("sending"))
        .execute();
  }

  int countWaiting() {
    return db.fetchCount(OUTBOX, OPEN);
  }

  int deleteDoneBefore(Instant when) {
    return db.deleteFrom(OUTBOX).where(OUTBOX.SENT_AT.lt(when)).execute();
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
