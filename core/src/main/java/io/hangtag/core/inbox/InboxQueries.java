package io.hangtag.core.inbox;

import static io.hangtag.db.schema.Tables.INBOX;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Row6;
import org.jooq.Table;

final class InboxQueries {
  private static final Condition WAITING =
      INBOX.HANDLED_AT.isNull().and(INBOX.SET_ASIDE_AT.isNull());

  /// An escape in JSON, always as a whole: where a backslash is escaped, no character is after it.
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?i)\\\\ud[89ab][0-9a-f]{2}\\\\ud[c-f][0-9a-f]{2}"
              + "|(?<half>\\\\ud[89a-f][0-9a-f]{2})|\\\\u[0-9a-f]{4}|\\\\.");

  private final DSLContext db;

  InboxQueries(DSLContext db) {
    this.db = db;
  }

  int insert(List<RawUpdate> updates, Instant now) {
    List<Row6<Long, Long, JSONB, byte[], Instant, Instant>> rows =
        updates.stream()
            .map(
                update ->
                    row(
                        update.updateId(),
                        update.lane(),
                        storable(update.json()),
                        hash(update.json()),
                        now,
                        now))
            .toList();
    return db.insertInto(
            INBOX,
            INBOX.UPDATE_ID,
            INBOX.LANE,
            INBOX.PAYLOAD,
            INBOX.PAYLOAD_HASH,
            INBOX.RECEIVED_AT,
            INBOX.NEXT_ATTEMPT_AT)
        .valuesOfRows(rows)
        .onConflict(INBOX.UPDATE_ID, INBOX.PAYLOAD_HASH)
        .doNothing()
        .execute();
  }

  /// Locks and reads the update that waits longest among the first ones of their lanes. A lane
  /// whose first one is locked or has to wait for its next attempt waits behind it.
  Optional<StoredUpdate> claimNext(Instant now) {
    Table<?> claimed =
        lateral(
                select(
                        INBOX.ID,
                        INBOX.UPDATE_ID,
                        INBOX.LANE,
                        INBOX.PAYLOAD,
                        INBOX.RECEIVED_AT,
                        INBOX.ATTEMPTS)
                    .from(INBOX)
                    .where(INBOX.ID.eq(LaneQueries.FIRST_ID))
                    .and(WAITING)
                    .and(INBOX.NEXT_ATTEMPT_AT.le(now))
                    .forUpdate()
                    .skipLocked())
            .as("claimed");
    return db.withRecursive(LaneQueries.firsts(INBOX, INBOX.LANE, INBOX.ID, WAITING))
        .select(
            claimed.field(INBOX.ID),
            claimed.field(INBOX.UPDATE_ID),
            claimed.field(INBOX.LANE),
            Objects.requireNonNull(claimed.field(INBOX.PAYLOAD)).convertFrom(JSONB::data),
            claimed.field(INBOX.RECEIVED_AT),
            claimed.field(INBOX.ATTEMPTS))
        .from(LaneQueries.firstsInOrder())
        .crossJoin(claimed)
        .orderBy(LaneQueries.FIRST_ID)
        .limit(1)
        .fetchOptional(mapping(StoredUpdate::new));
  }

  void markHandled(long id, Instant now) {
    db.update(INBOX).set(INBOX.HANDLED_AT, now).where(INBOX.ID.eq(id)).execute();
  }

  /// No attempt was made.
  void delay(long id, Instant next) {
    db.update(INBOX).set(INBOX.NEXT_ATTEMPT_AT, next).where(INBOX.ID.eq(id)).execute();
  }

  void postpone(long id, String error, Instant next) {
    db.update(INBOX)
        .set(INBOX.ATTEMPTS, INBOX.ATTEMPTS.plus(1))
        .set(INBOX.ERROR, error)
        .set(INBOX.NEXT_ATTEMPT_AT, next)
        .where(INBOX.ID.eq(id))
        .execute();
  }

  void setAside(long id, String error, Instant now) {
    db.update(INBOX)
        .set(INBOX.ATTEMPTS, INBOX.ATTEMPTS.plus(1))
        .set(INBOX.ERROR, error)
        .set(INBOX.SET_ASIDE_AT, now)
        .where(INBOX.ID.eq(id))
        .execute();
  }

  int deleteHandledBefore(Instant when) {
    return db.deleteFrom(INBOX).where(INBOX.HANDLED_AT.lt(when)).execute();
  }

  int countWaiting() {
    return db.fetchCount(INBOX, WAITING);
  }

  /// PostgreSQL's JSON can hold neither the character U+0000 nor half a surrogate pair; neither has
  /// any business in an update.
  private static JSONB storable(String json) {
    return JSONB.valueOf(ESCAPE.matcher(json).replaceAll(InboxQueries::storableEscape));
  }

  private static String storableEscape(MatchResult escape) {
    String kept =
        escape.group().equals("\\u0000")
            ? ""
            : escape.group("half") == null ? escape.group() : "\\ufffd";
    return Matcher.quoteReplacement(kept);
  }

  private static byte[] hash(String json) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
