package io.hangtag.core.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The durable queue of raw updates.
///
/// Updates of one lane are handled in the order they were stored, those of different lanes side by
/// side. What an update does and that it was handled are one transaction: a crash at any moment
/// leaves either both or neither. Safe for use by many threads and processes.
public final class Inbox {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  /// How long to wait after each failed attempt; after the last one the update is set aside.
  private static final List<Duration> BACKOFF =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));

  /// After which an update that came too early is handled again.
  public static final Duration A_MOMENT = Duration.ofMillis(50);

  private static final Duration KEEP_HANDLED = Duration.ofDays(7);

  private final DSLContext db;
  private final InstantSource clock;

  public Inbox(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Stores updates; when this returns they are on disk. One stored before is not stored again.
  /// Returns how many were new.
  public int store(List<RawUpdate> updates) {
    return updates.isEmpty() ? 0 : new InboxQueries(db).insert(updates, clock.instant());
  }

  /// Handles the update that waits longest among those that are the first of their lane.
  ///
  /// The handler runs inside the transaction; the task it returns runs after the commit. If it
  /// throws, nothing of it remains, and the update is tried again later; after the last attempt it
  /// is set aside with its error and `givenUp` runs in its place. If that throws too, it is set
  /// aside without. Throwing [TooEarlyException] is no failed attempt: the update stays the first
  /// of its lane and is handled again after [#A_MOMENT].
  ///
  /// @return false if nothing waits, or all that waits is being handled
  public boolean handleNext(Handler handler, Handler givenUp) {
    Optional<Runnable> afterwards =
        db.transactionResult(
            () ->
                new InboxQueries(db)
                    .claimNext(clock.instant())
                    .map(update -> handle(update, handler, givenUp)));
    afterwards.ifPresent(Runnable::run);
    return afterwards.isPresent();
  }

  /// Forgets updates that were handled a week ago.
  public int forgetOld() {
    return new InboxQueries(db).deleteHandledBefore(clock.instant().minus(KEEP_HANDLED));
  }

  /// Updates that wait to be handled, those that are being handled among them.
  public int waiting() {
    return new InboxQueries(db).countWaiting();
  }

  // All of it while the update is locked: nobody else takes it up before its failure is recorded.
  private Runnable handle(StoredUpdate update, Handler handler, Handler givenUp) {
    Runnable afterwards;
    try {
      afterwards = db.transactionResult(() -> handler.handle(update));
    } catch (TooEarlyException e) {
      log.debug("update {} came too early: {}", update.updateId(), e.getMessage());
      new InboxQueries(db).delay(update.id(), clock.instant().plus(A_MOMENT));
      return () -> {};
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return recordFailure(update, e, givenUp);
    }
    new InboxQueries(db).markHandled(update.id(), clock.instant());
    return afterwards;
  }

  private Runnable recordFailure(StoredUpdate update, Throwable error, Handler givenUp) {
    Instant now = clock.instant();
    String message = storable(error.toString());
    if (update.attempts() < BACKOFF.size()) {
      Instant next = now.plus(BACKOFF.get(update.attempts()));
      log.warn("update {} failed, next attempt at {}", update.updateId(), next, error);
      new InboxQueries(db).postpone(update.id(), message, next);
      return () -> {};
    }
    log.error("update {} failed for the last time and is set aside", update.updateId(), error);
    new InboxQueries(db).setAside(update.id(), message, now);
    try {
      return db.transactionResult(() -> givenUp.handle(update));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      log.error("nobody could be told that update {} is set aside", update.updateId(), e);
      return () -> {};
    }
  }

  /// PostgreSQL's text cannot hold the character U+0000.
  private static String storable(String text) {
    return text.replace("\0", "");
  }

  /// Does what an update asks for.
  @FunctionalInterface
  public interface Handler {
    /// Handles one update inside the transaction; returns what is to be done after its commit.
    Runnable handle(StoredUpdate update);
  }
}
