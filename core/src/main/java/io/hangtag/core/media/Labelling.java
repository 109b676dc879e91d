package io.hangtag.core.media;

import io.hangtag.core.team.WorkspaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

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

  /// Takes a change back, except where something else was changed since. How many items that were.
  ///
  /// @param but stays as it is; null: none
  public int undo(WorkspaceId workspace, Subject subject, Change change, @Nullable MediaId but) {
    return db.transactionResult(
        () -> {
          LabelQueries media = new LabelQueries(db);
          int undone = 0;
          for (Map.Entry<MediaId, Labels> now : media.lock(workspace, subject).entrySet()) {
            Labels before = change.undoneFor(now.getKey(), now.getValue());
            if (!now.getKey().equals(but) && !before.equals(now.getValue())) {
              media.update(workspace, now.getKey(), before);
              undone++;
            }
          }
          subject
              .album()
              .ifPresent(album -> media.updateAlbum(workspace, album, change.albumBefore()));
          return undone;
        });
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
    /// now. An item that arrived later only loses what was said of the album.
    private Labels undoneFor(MediaId media, Labels now) {
      return items.stream()
          .filter(item -> item.media() == media.value())
          .findFirst()
          .map(item -> item.after().equals(now) ? item.before() : now)
          .orElseGet(() -> withoutSaid(now));
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

  /// What became of one item.
  public record Item(long media, Labels before, Labels after) {}
}
