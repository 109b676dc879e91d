package io.hangtag.core.linking;

/// What came of refusing a suggestion.
public sealed interface RejectOutcome {
  /// It was open; the pair is not suggested again.
  record Rejected(Link link, BatchId batch) implements RejectOutcome {}

  /// Somebody had refused it already; nothing changed.
  record AlreadyRejected(Link link) implements RejectOutcome {}

  /// Somebody had confirmed it, or linked the pair by hand; nothing changed.
  record Confirmed(Link link) implements RejectOutcome {}

  /// It was removed for another reason; nothing changed.
  record Removed(Link link) implements RejectOutcome {}

  /// The team has no such link.
  record UnknownLink(LinkId link) implements RejectOutcome {}
}
