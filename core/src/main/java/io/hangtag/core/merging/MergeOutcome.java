package io.hangtag.core.merging;

import io.hangtag.core.media.MediaId;
import java.util.Optional;

/// What came of saying that two items are the same picture.
public sealed interface MergeOutcome {
  /// They are one from now on.
  ///
  /// @param links how many the kept one got, also removed ones
  /// @param posts how many showed the other one
  record Merged(MergeId merge, MediaId kept, MediaId merged, int links, int posts)
      implements MergeOutcome {}

  /// They were one before.
  ///
  /// @param merge what made one of them the other
  record AlreadyOne(MediaId kept, Optional<MergeId> merge) implements MergeOutcome {}

  /// An item with an item.
  record Itself(MediaId media) implements MergeOutcome {}

  /// The team has no such item.
  record UnknownMedia(MediaId media) implements MergeOutcome {}
}
