package io.hangtag.core.linking;

/// What came of changing what is said of a link.
public sealed interface EditOutcome {
  /// It says something else now.
  record Changed(Link link, BatchId batch) implements EditOutcome {}

  /// It said just that before.
  record Unchanged(Link link) implements EditOutcome {}

  /// It is no longer active; nothing changed.
  record Removed(Link link) implements EditOutcome {}

  /// The team has no such link.
  record UnknownLink(LinkId link) implements EditOutcome {}
}
