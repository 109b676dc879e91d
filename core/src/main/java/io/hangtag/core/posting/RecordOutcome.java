package io.hangtag.core.posting;

/// What came of saying that media were posted.
public sealed interface RecordOutcome {
  /// It is in the history now.
  record Recorded(PostId post) implements RecordOutcome {}

  /// It was in the history before: the same media, channel and time.
  record AlreadyRecorded(PostId post) implements RecordOutcome {}
}
