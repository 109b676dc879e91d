package io.hangtag.core.inbox;

import static io.hangtag.db.schema.Tables.ANSWERS;
import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.OUTBOX;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;

import io.hangtag.core.inbox.Answers.Answer;
import io.hangtag.core.inbox.Answers.Place;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.Subject;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

final class AnswerQueries {
  private final DSLContext db;

  AnswerQueries(DSLContext db) {
    this.db = db;
  }

  void upsert(Place command, Answer answer, Instant now) {
    Optional<Subject> subject = answer.subject();
    db.insertInto(ANSWERS)
        .set(ANSWERS.WORKSPACE_ID, command.workspace().value())
        .set(ANSWERS.CHAT_ID, command.chat().value())
        .set(ANSWERS.MESSAGE_ID, command.messageId())
        .set(ANSWERS.COMMAND, answer.command())
        .set(ANSWERS.UNDO, answer.undo().orElse(null))
        .set(ANSWERS.MEDIA_ID, subject.map(about -> about.media().value()).orElse(null))
        .set(ANSWERS.ALBUM_ID, subject.flatMap(Subject::album).map(AlbumId::value).orElse(null))
        .set(ANSWERS.OUTBOX_ID, answer.outboxId())
        .set(ANSWERS.ANSWERED_AT, now)
        .onConflict(ANSWERS.WORKSPACE_ID, ANSWERS.CHAT_ID, ANSWERS.MESSAGE_ID)
        .doUpdate()
        .set(ANSWERS.COMMAND, excluded(ANSWERS.COMMAND))
        .set(ANSWERS.UNDO, excluded(ANSWERS.UNDO))
        .set(ANSWERS.MEDIA_ID, excluded(ANSWERS.MEDIA_ID))
        .set(ANSWERS.ALBUM_ID, excluded(ANSWERS.ALBUM_ID))
        .set(ANSWERS.OUTBOX_ID, excluded(ANSWERS.OUTBOX_ID))
        .set(ANSWERS.ANSWERED_AT, excluded(ANSWERS.ANSWERED_AT))
        .execute();
  }

  Optional<Answer> find(Place command) {
    return db.select(
            ANSWERS.COMMAND,
            ANSWERS.UNDO,
            coalesce(MEDIA_ITEMS.MERGED_INTO, MEDIA_ITEMS.ID),
            ANSWERS.ALBUM_ID,
            ANSWERS.OUTBOX_ID)
        .from(ANSWERS)
        .leftJoin(MEDIA_ITEMS)
        .on(MEDIA_ITEMS.WORKSPACE_ID.eq(ANSWERS.WORKSPACE_ID))
        .and(MEDIA_ITEMS.ID.eq(ANSWERS.MEDIA_ID))
        .where(inChat(command))
        .and(ANSWERS.MESSAGE_ID.eq(command.messageId()))
        .fetchOptional(mapping(AnswerQueries::answer));
  }

  void updateUndo(Place answer, @Nullable String undo) {
    db.update(ANSWERS)
        .set(ANSWERS.UNDO, undo)
        .from(OUTBOX)
        .where(inChat(answer))
        .and(OUTBOX.ID.eq(ANSWERS.OUTBOX_ID))
        .and(OUTBOX.MESSAGE_ID.eq(answer.messageId()))
        .execute();
  }

  int deleteBefore(Instant when) {
    return db.deleteFrom(ANSWERS).where(ANSWERS.ANSWERED_AT.lt(when)).execute();
  }

  private static Condition inChat(Place place) {
    return ANSWERS
        .WORKSPACE_ID
        .eq(place.workspace().value())
        .and(ANSWERS.CHAT_ID.eq(place.chat().value()));
  }

  private static Answer answer(
      String command,
      @Nullable String undo,
      @Nullable Long media,
      @Nullable Long album,
      long outbox) {
    Optional<Subject> subject =
        Optional.ofNullable(media)
            .map(id -> new Subject(new MediaId(id), album == null ? null : new AlbumId(album)));
    return new Answer(command, Optional.ofNullable(undo), subject, outbox);
  }
}
