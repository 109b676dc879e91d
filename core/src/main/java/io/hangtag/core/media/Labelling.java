package io.hangtag.core.media;

import io.hangtag.core.team.WorkspaceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;

/// Gives media categories and tags.
///
/// What is said of an album goes for all its items, also for those that arrive later. Safe for use
/// by many threads.
public final class Labelling {
  private final DSLContext db;

  public Labelling(DSLContext db) {
    this.db = db;
  }

  /// What the item is labelled now.
  public Labels of(WorkspaceId workspace, MediaId media) {
    return new LabelQueries(db).of(workspace, media);
  }

  /// Adds and removes tags; nothing if one item would get more than [Labels#MAX_TAGS].
  public Optional<Change> tag(
      WorkspaceId workspace, Subject subject, List<String> added, List<String> removed) {
    return db.transactionResult(
        () -> {
          Map<MediaId, Labels> before = new LabelQueries(db).lock(workspace, subject);
          boolean full =
              before.values().stream()
                  .anyMatch(labels -> labels.with(added, removed).tags().size() > Labels.MAX_TAGS);
          return full
              ? Optional.empty()
              : Optional.of(
                  change(workspace, subject, before, labels -> labels.with(added, removed)));
        });
  }

  /// Sets the category, or takes it away. A category that the team has in other letters is that.
  ///
  /// @param category empty: none
  public Change categorise(WorkspaceId workspace, Subject subject, Optional<String> category) {
    return db.transactionResult(
        () -> {
          LabelQueries media = new LabelQueries(db);
          Optional<String> known =
              category.map(name -> media.spelling(workspace, name).orElse(name));
          Map<MediaId, Labels> before = media.lock(workspace, subject);
          return change(workspace, subject, before, labels -> labels.in(known));
        });
  }

  /// Takes a change back, except where something else was changed since.
  public Undone undo(WorkspaceId workspace, Subject subject, Change change) {
    return db.transactionResult(
        () -> {
          Map<MediaId, Labels> items = new LabelQueries(db).lock(workspace, subject);
          return undo(workspace, subject, change, items);
        });
  }

  /// As [#undo], but one item keeps what it got, and it alone; nothing is undone if it is not one
  /// of those that were meant.
  public Undone undoAllBut(WorkspaceId workspace, Subject subject, Change change, MediaId but) {
    return db.transactionResult(
        () -> {
          Map<MediaId, Labels> items =
              new LinkedHashMap<>(new LabelQueries(db).lock(workspace, subject));
          return items.remove(but) == null
              ? new Undone(0, 0)
              : undo(workspace, subject, change, items);
        });
  }

  private Undone undo(
      WorkspaceId workspace, Subject subject, Change change, Map<MediaId, Labels> items) {
    LabelQueries media = new LabelQueries(db);
    Labels said = subject.album().map(album -> media.lockAlbum(workspace, album)).orElse(null);
    boolean isStillSaid = change.albumAfter().equals(said);
    int undone = 0;
    int left = 0;
    for (Map.Entry<MediaId, Labels> item : items.entrySet()) {
      Labels now = item.getValue();
      Labels before = change.undoneFor(item.getKey(), now, isStillSaid);
      if (!before.equals(now)) {
        media.update(workspace, item.getKey(), before);
        undone++;
      } else if (change.isLeft(item.getKey(), now)) {
        left++;
      }
    }
    if (isStillSaid) {
      subject.album().ifPresent(album -> media.updateAlbum(workspace, album, change.albumBefore()));
    }
    return new Undone(undone, left);
  }

  /// The team's categories with the number of items in each, the largest first.
  public List<Category> categories(WorkspaceId workspace, int limit) {
    return new LabelQueries(db).categories(workspace, limit);
  }

  private Change change(
      WorkspaceId workspace,
      Subject subject,
      Map<MediaId, Labels> before,
      UnaryOperator<Labels> how) {
    LabelQueries media = new LabelQueries(db);
    Map<MediaId, Labels> after = new HashMap<>();
    before.forEach((item, labels) -> after.put(item, how.apply(labels)));
    after.forEach((item, labels) -> media.update(workspace, item, labels));
    Labels album =
        subject
            .album()
            .map(id -> media.lockAlbum(workspace, id))
            .orElse(new Labels(null, List.of()));
    subject.album().ifPresent(id -> media.updateAlbum(workspace, id, how.apply(album)));
    List<Item> items =
        before.entrySet().stream()
            .map(
                entry ->
                    new Item(
                        entry.getKey().value(),
                        entry.getValue(),
                        Objects.requireNonNull(after.get(entry.getKey()))))
            .toList();
    return new Change(items, album, how.apply(album));
  }

  /// A category and how many items are in it.
  public record Category(String name, int items) {}

  /// What was changed.
  ///
  /// @param albumBefore what was said of the album before
  /// @param albumAfter what has been said of it since
  public record Change(List<Item> items, Labels albumBefore, Labels albumAfter) {
    public Change {
      items = List.copyOf(items);
    }

    /// What an item was labelled before, if nothing else changed it since; otherwise what it is
    /// now. An item that arrived later only loses what was said of the album, and that only while
    /// it still is.
    private Labels undoneFor(MediaId media, Labels now, boolean isStillSaid) {
      return find(media)
          .map(item -> item.after().equals(now) ? item.before() : now)
          .orElseGet(() -> isStillSaid ? withoutSaid(now) : now);
    }

    /// Whether it was changed, and then again by something else.
    private boolean isLeft(MediaId media, Labels now) {
      return find(media)
          .filter(item -> !item.before().equals(item.after()) && !item.before().equals(now))
          .isPresent();
    }

    private Optional<Item> find(MediaId media) {
      return items.stream().filter(item -> item.media() == media.value()).findFirst();
    }

    private Labels withoutSaid(Labels now) {
      List<String> said =
          albumAfter.tags().stream().filter(tag -> !Labels.has(albumBefore.tags(), tag)).toList();
      boolean same = Objects.equals(now.category(), albumAfter.category());
      String category = same ? albumBefore.category() : now.category();
      return new Labels(category, now.with(List.of(), said).tags());
    }

    /// Whether nothing is otherwise than before.
    public boolean changesNothing() {
      return items.stream().allMatch(item -> item.before().equals(item.after()));
    }
  }

  /// What came of taking a change back.
  ///
  /// @param items how many are as they were
  /// @param left how many somebody changed since, which stay as they are
  public record Undone(int items, int left) {}

  /// What became of one item.
  public record Item(long media, Labels before, Labels after) {}
}
