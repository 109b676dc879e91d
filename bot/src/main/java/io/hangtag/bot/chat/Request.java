package io.hangtag.bot.chat;

import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.WorkspaceId;
import java.util.Optional;

/// Who gave a command, and about what.
///
/// @param subject the media meant: what the message shows, else what it replies to, else what this
///     person last worked on here; none: there is nothing of the kind
public record Request(Actor actor, Optional<Subject> subject) {
  /// The team.
  public WorkspaceId workspace() {
    return actor.workspace();
  }
}
