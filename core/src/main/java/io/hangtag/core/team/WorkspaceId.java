package io.hangtag.core.team;

/// Hangtag's number of a workspace.
public record WorkspaceId(long value) {
  public WorkspaceId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
