package io.hangtag.core.linking;

/// What came of undoing a batch.
public sealed interface UndoOutcome {
  /// Links are as they were before the batch.
  ///
  /// @param links how many changed
  /// @param kept how many stayed because somebody changed them since
  record Undone(int links, int kept) implements UndoOutcome {}

  /// It was undone already, or everything in it was changed since.
  record NothingToUndo() implements UndoOutcome {}

  /// The team has no such batch.
  record UnknownBatch(BatchId batch) implements UndoOutcome {}
}
