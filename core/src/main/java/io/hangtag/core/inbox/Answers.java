package io.hangtag.core.inbox;

import io.hangtag.core.media.Subject;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;

/// What was done and said about commands, so that one that its author corrects can be taken back.
///
/// Safe for use by many threads.
public final class Answers {
  private static final Duration KEEP = Duration.ofDays(1);

  private final DSLContext db;
  private final InstantSource clock;

  public Answers(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Remembers the answer to a command, in place of an earlier one.
  public void save(Place command, Answer answer) {
    new AnswerQueries(db).upsert(command, answer, clock.instant());
  }

  /// What was answered to a command.
  public Optional<Answer> find(Place command) {
    return new AnswerQueries(db).find(command);
  }

  /// A button below an answer was pressed: this takes back what has been done by now.
  ///
  /// @param undo empty: there is nothing to take back
  public void goneOn(Place answer, Optional<String> undo) {
    new AnswerQueries(db).updateUndo(answer, undo.orElse(null));
  }

  /// Forgets answers of more than a day ago. How many they were.
  public int forgetOld() {
    return new AnswerQueries(db).deleteBefore(clock.instant().minus(KEEP));
  }

  /// A message of a team's chat.
  ///
  /// @param chat the one in which messages are counted
  /// @param messageId Telegram's
  public record Place(WorkspaceId workspace, ChatId chat, long messageId) {}

  /// What was done about a command.
  ///
  /// @param command as it was written
  /// @param undo what takes it back, in words of the caller's own; empty: it did nothing
  /// @param subject the media it was about
  /// @param outboxId the answer's number in the outbox
  public record Answer(
      String command, Optional<String> undo, Optional<Subject> subject, long outboxId) {}
}
