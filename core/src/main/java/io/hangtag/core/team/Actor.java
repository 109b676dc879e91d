package io.hangtag.core.team;

import org.jspecify.annotations.Nullable;

/// Who does something, in which team.
///
/// @param user null: the command line, or an administrator who stays anonymous
public record Actor(WorkspaceId workspace, @Nullable UserId user) {
  /// The person at the command line.
  public static Actor commandLine(WorkspaceId workspace) {
    return new Actor(workspace, null);
  }
}
