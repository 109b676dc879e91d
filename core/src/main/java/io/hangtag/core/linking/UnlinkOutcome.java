package io.hangtag.core.linking;

/// What came of removing one link.
public sealed interface UnlinkOutcome {
  /// It was active.
  record Unlinked(Link link, BatchId batch) implements UnlinkOutcome {}

  /// Somebody had removed it already; nothing changed.
  record AlreadyUnlinked(Link link) implements UnlinkOutcome {}

  /// It counts only from a later time on, and so cannot have been right until now; nothing changed.
  record NotBegun(Link link) implements UnlinkOutcome {}

  /// The team has no such link.
  record UnknownLink(LinkId link) implements UnlinkOutcome {}
}
