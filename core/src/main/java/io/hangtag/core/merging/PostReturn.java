package io.hangtag.core.merging;

import io.hangtag.core.merging.MediaMergeQueries.Merge;
import io.hangtag.core.merging.MergedPostQueries.Showing;
import java.util.List;
import java.util.Objects;

/// Lets posts show an item again that was merged into another one.
///
/// The kept item leaves a post, unless the post shows it for another reason: its own, or a third
/// item that was merged into it as well and then stands at its own place.
record PostReturn(MergedPostQueries posts, MergeId id, Merge merge) {

  /// How many posts show the item again.
  int run() {
    List<Showing> showings = posts.showings(id, merge.kept());
    posts.hide(
        merge.kept(), showings.stream().filter(it -> !it.showedBoth()).map(Showing::post).toList());
    for (Showing showing : showings) {
      posts.show(showing.post(), showing.position(), merge.merged());
      if (!showing.showedBoth() && showing.heir() != null) {
        posts.show(showing.post(), Objects.requireNonNull(showing.heirPosition()), merge.kept());
        posts.inherit(new MergeId(showing.heir()), showing.post());
      }
    }
    return showings.size();
  }
}
