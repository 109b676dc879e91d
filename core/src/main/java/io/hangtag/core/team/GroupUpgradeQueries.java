package io.hangtag.core.team;

import static io.hangtag.db.schema.Tables.ALBUMS;
import static io.hangtag.db.schema.Tables.ANSWERS;
import static io.hangtag.db.schema.Tables.CHATS;
import static io.hangtag.db.schema.Tables.CURRENT_MEDIA;
import static io.hangtag.db.schema.Tables.MEDIA_MESSAGES;
import static io.hangtag.db.schema.Tables.OUTBOX;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.Optional;
import org.jooq.DSLContext;

/// What happens to every row that points at a chat when that becomes a supergroup.
///
/// Messages (and the albums and commands among them) stay with the old number under which Telegram
/// counted them; all else goes on with the chat.
final class GroupUpgradeQueries {
  /// No chat's number.
  private static final long NO_NUMBER = 0;

  private final DSLContext db;

  GroupUpgradeQueries(DSLContext db) {
    this.db = db;
  }

  /// Needs the locks on both numbers.
  void upgrade(long from, long to) {
    Optional<Long> group = lockRow(from);
    Optional<Long> supergroup = lockRow(to);
    if (group.isEmpty()) {
      long living = supergroup.orElseGet(() -> insertSupergroup(to));
      long _ = insertFormer(from, living);
      return;
    }
    long living = group.get();
    supergroup.ifPresent(met -> renumber(met, NO_NUMBER));
    renumber(living, to);
    markSupergroup(living);
    moveMessages(living, insertFormer(from, living));
    outdateOutbox(living);
    supergroup.ifPresent(met -> fold(met, living));
  }

  private void fold(long met, long living) {
    moveMessages(met, living);
    moveCurrentMedia(met, living);
    moveOutbox(met, living);
    takeWorkspace(met, living);
    delete(met);
  }

  private Optional<Long> lockRow(long number) {
    return db.select(CHATS.ID)
        .from(CHATS)
        .where(CHATS.TELEGRAM_CHAT_ID.eq(number))
        .forUpdate()
        .fetchOptional(CHATS.ID);
  }

  private long insertSupergroup(long number) {
    return db.insertInto(CHATS)
        .set(CHATS.TELEGRAM_CHAT_ID, number)
        .set(CHATS.KIND, Chat.Kind.SUPERGROUP.code())
        .returningResult(CHATS.ID)
        .fetchSingle()
        .value1();
  }

  private long insertFormer(long number, long living) {
    return db.insertInto(CHATS)
        .columns(CHATS.TELEGRAM_CHAT_ID, CHATS.KIND, CHATS.TITLE, CHATS.ACTIVE, CHATS.BECAME)
        .select(
            select(
                    val(number),
                    inline(Chat.Kind.GROUP.code()),
                    CHATS.TITLE,
                    inline(false),
                    CHATS.ID)
                .from(CHATS)
                .where(CHATS.ID.eq(living)))
        .returningResult(CHATS.ID)
        .fetchSingle()
        .value1();
  }

  private void renumber(long chat, long number) {
    db.update(CHATS).set(CHATS.TELEGRAM_CHAT_ID, number).where(CHATS.ID.eq(chat)).execute();
  }

  private void markSupergroup(long chat) {
    db.update(CHATS)
        .set(CHATS.KIND, Chat.Kind.SUPERGROUP.code())
        .set(CHATS.ACTIVE, true)
        .where(CHATS.ID.eq(chat))
        .execute();
  }

  private void moveMessages(long from, long to) {
    db.update(ALBUMS).set(ALBUMS.CHAT_ID, to).where(ALBUMS.CHAT_ID.eq(from)).execute();
    db.update(MEDIA_MESSAGES)
        .set(MEDIA_MESSAGES.CHAT_ID, to)
        .where(MEDIA_MESSAGES.CHAT_ID.eq(from))
        .execute();
    db.update(ANSWERS).set(ANSWERS.CHAT_ID, to).where(ANSWERS.CHAT_ID.eq(from)).execute();
  }

  private void outdateOutbox(long chat) {
    db.update(OUTBOX)
        .set(OUTBOX.RENUMBERED, true)
        .setNull(OUTBOX.MESSAGE_ID)
        .where(OUTBOX.CHAT_ID.eq(chat))
        .execute();
  }

  private void moveOutbox(long from, long to) {
    db.update(OUTBOX).set(OUTBOX.CHAT_ID, to).where(OUTBOX.CHAT_ID.eq(from)).execute();
  }

  /// What somebody worked on last counts.
  private void moveCurrentMedia(long from, long to) {
    db.insertInto(CURRENT_MEDIA)
        .columns(
            CURRENT_MEDIA.WORKSPACE_ID,
            CURRENT_MEDIA.CHAT_ID,
            CURRENT_MEDIA.THREAD_ID,
            CURRENT_MEDIA.USER_ID,
            CURRENT_MEDIA.MEDIA_ID,
            CURRENT_MEDIA.ALBUM_ID,
            CURRENT_MEDIA.AT)
        .select(
            select(
                    CURRENT_MEDIA.WORKSPACE_ID,
                    val(to),
                    CURRENT_MEDIA.THREAD_ID,
                    CURRENT_MEDIA.USER_ID,
                    CURRENT_MEDIA.MEDIA_ID,
                    CURRENT_MEDIA.ALBUM_ID,
                    CURRENT_MEDIA.AT)
                .from(CURRENT_MEDIA)
                .where(CURRENT_MEDIA.CHAT_ID.eq(from)))
        .onConflict(
            CURRENT_MEDIA.WORKSPACE_ID,
            CURRENT_MEDIA.CHAT_ID,
            CURRENT_MEDIA.THREAD_ID,
            CURRENT_MEDIA.USER_ID)
        .doUpdate()
        .set(CURRENT_MEDIA.MEDIA_ID, excluded(CURRENT_MEDIA.MEDIA_ID))
        .set(CURRENT_MEDIA.ALBUM_ID, excluded(CURRENT_MEDIA.ALBUM_ID))
        .set(CURRENT_MEDIA.AT, excluded(CURRENT_MEDIA.AT))
        .where(CURRENT_MEDIA.AT.lt(excluded(CURRENT_MEDIA.AT)))
        .execute();
    db.deleteFrom(CURRENT_MEDIA).where(CURRENT_MEDIA.CHAT_ID.eq(from)).execute();
  }

  /// Only where the group itself had no team: one team is not poured into another.
  private void takeWorkspace(long from, long to) {
    db.update(CHATS)
        .set(
            CHATS.WORKSPACE_ID,
            select(CHATS.as("met").WORKSPACE_ID)
                .from(CHATS.as("met"))
                .where(CHATS.as("met").ID.eq(from)))
        .where(CHATS.ID.eq(to))
        .and(CHATS.WORKSPACE_ID.isNull())
        .execute();
  }

  private void delete(long chat) {
    db.deleteFrom(CHATS).where(CHATS.ID.eq(chat)).execute();
  }
}
