package io.hangtag.core.merging;

import io.hangtag.core.media.MediaId;

/// What came of taking back that two items are the same picture.
public sealed interface UndoMergeOutcome {
  /// They are two again. What was said since of the one stays with the kept one.
  ///
  /// @param links how many went back
  /// @param posts how many show the other one again
  /// @param left how many links, posts and words stay as they are because somebody changed them
  ///     since
  record Undone(MediaId kept, MediaId merged, int links, int posts, int left)
      implements UndoMergeOutcome {}

  /// It was taken back before.
  record AlreadyUndone(MediaId kept, MediaId merged) implements UndoMergeOutcome {}

  /// The kept item turned out to be another one since; that has to be taken back first.
  record KeptWasMerged(MediaId kept, MergeId since) implements UndoMergeOutcome {}

  /// The team never did that.
  record UnknownMerge(MergeId merge) implements UndoMergeOutcome {}
}
