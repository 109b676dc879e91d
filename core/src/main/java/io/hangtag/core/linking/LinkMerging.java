package io.hangtag.core.linking;

import io.hangtag.core.linking.LinkMergeQueries.Successor;
import io.hangtag.core.linking.LinkMergeQueries.Two;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/// Lets links follow media that turn out to be one, and go back.
///
/// Who said what, and what can be undone, stays as it was. Safe for use by many threads.
public final class LinkMerging {
  private final DSLContext db;
  private final InstantSource clock;

  public LinkMerging(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Gives all links of an item, also those removed, to the kept one. Of two active links to the
  /// same product the stronger stands for both.
  public Moved merge(Actor actor, MediaId kept, MediaId merged) {
    return changing(
        actor,
        () -> {
          LinkMergeQueries links = new LinkMergeQueries(db);
          Change change = change(actor);
          Two two = Two.media(kept, merged);
          int _ = links.fold(change, two);
          int _ = links.flatten(change);
          return new Moved(change.batch(), links.move(change, two));
        });
  }

  /// Takes a merge back: the links go back as they are now, and those that were folded stand again.
  /// Where the one that stood for both was removed since, both stay removed.
  ///
  /// @param batch what [#merge] said
  public Separated separate(Actor actor, MediaId kept, MediaId merged, BatchId batch) {
    return changing(
        actor,
        () -> {
          LinkMergeQueries links = new LinkMergeQueries(db);
          Change change = change(actor);
          Two two = Two.media(kept, merged);
          LinkSeparationQueries separation = new LinkSeparationQueries(db);
          int back = separation.moveBack(change, two, batch);
          int removed = separation.endApart(change, two);
          List<Successor> successors = separation.separated(actor.workspace(), two);
          links.regroup(actor.workspace(), successors);
          int _ = links.standUp(change, successors);
          return new Separated(back, removed);
        });
  }

  private Change change(Actor actor) {
    BatchId batch = new LinkChangeQueries(db).nextBatch();
    return new Change(actor, batch, LinkSource.MANUAL, clock.instant());
  }

  private <T> T changing(Actor actor, Supplier<T> change) {
    return db.transactionResult(
        () -> {
          new LinkLockQueries(db).lock(actor.workspace());
          return change.get();
        });
  }

  /// What came of a merge.
  ///
  /// @param batch of the history of the links
  /// @param links how many went to the kept item
  public record Moved(BatchId batch, int links) {}

  /// What came of taking a merge back.
  ///
  /// @param links how many went back
  /// @param removed how many stay removed because what stood for them was removed since
  public record Separated(int links, int removed) {}
}
