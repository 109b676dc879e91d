package io.hangtag.core.importing;

import io.hangtag.core.importing.PostMediaQueries.Shown;
import io.hangtag.core.importing.PostQueries.KnownPost;
import io.hangtag.core.importing.PostsSeen.Moment;
import io.hangtag.core.importing.PostsSeen.Name;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.posting.Channel;
import io.hangtag.core.posting.Post;
import io.hangtag.core.posting.PostStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings a file's posts into a team's history: which of them are new, which changed.
///
/// Runs in the import's transaction, on one thread.
final class PostUpdate {
  private static final int BATCH = 500;
  private static final int FIRST_STATISTICS_AFTER = 1_000;

  private final PostQueries queries;
  private final PostMediaQueries mediaQueries;
  private final Instant now;
  private final ImportTally tally;
  private final PostsSeen seen = new PostsSeen();
  private final List<ExportedPost> batch = new ArrayList<>();
  private int created;
  private int nextStatisticsAfter = FIRST_STATISTICS_AFTER;

  PostUpdate(PostQueries queries, PostMediaQueries mediaQueries, Instant now, ImportTally tally) {
    this.queries = queries;
    this.mediaQueries = mediaQueries;
    this.now = now;
    this.tally = tally;
  }

  void take(ExportedPost post) {
    batch.add(post);
    if (batch.size() >= BATCH) {
      flush();
    }
  }

  /// Stores what was taken so far.
  void flush() {
    List<Row> rows = rows(PostMediaNames.of(batch, mediaQueries));
    batch.clear();
    if (rows.isEmpty()) {
      return;
    }
    Known known = known(rows);
    List<Post> fresh = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (Row row : rows) {
      try {
        decide(row, known).ifPresentOrElse(changes::add, () -> fresh.add(row.post()));
      } catch (BadRowException e) {
        tally.reject(row.line(), e.reason());
      }
    }
    store(fresh, changes.stream().filter(Change::isOne).toList());
    tally.unchanged((int) changes.stream().filter(change -> !change.isOne()).count());
  }

  private List<Row> rows(PostMediaNames names) {
    List<Row> rows = new ArrayList<>();
    for (ExportedPost post : batch) {
      try {
        rows.add(new Row(post, names.mediaOf(post)));
      } catch (BadRowException e) {
        tally.reject(post.line(), e.reason());
      }
    }
    return rows;
  }

  private Known known(List<Row> rows) {
    Set<Channel> channels =
        rows.stream().map(row -> row.post().channel()).collect(Collectors.toSet());
    List<String> ids =
        rows.stream().map(row -> row.post().externalId()).filter(Objects::nonNull).toList();
    Set<Instant> times =
        rows.stream().map(row -> row.post().postedAt()).collect(Collectors.toSet());
    return new Known(
        queries.postsByExternalId(channels, ids), queries.postsByTime(channels, times), seen);
  }

  /// What becomes of a known post; empty if it is not known.
  ///
  /// @throws BadRowException if the file told of it before
  private Optional<Change> decide(Row row, Known known) {
    refuseRepeat(seen.lineOf(row.post()));
    Optional<KnownPost> target = known.target(row.post());
    target.ifPresent(it -> refuseRepeat(seen.lineOfStored(it.id())));
    seen.add(row.post(), row.line());
    target.ifPresent(it -> seen.addStored(it.id(), row.line()));
    return target.map(it -> new Change(it.id(), it.post(), row.over(it.post())));
  }

  private static void refuseRepeat(Optional<Long> line) {
    line.ifPresent(
        first -> {
          throw new BadRowException("Line %d told of this post already.".formatted(first));
        });
  }

  private void store(List<Post> fresh, List<Change> changes) {
    List<Shown> shown = new ArrayList<>();
    if (!fresh.isEmpty()) {
      List<Long> ids = queries.insert(fresh, now);
      for (int i = 0; i < fresh.size(); i++) {
        shown.addAll(shown(ids.get(i), fresh.get(i)));
      }
    }
    if (!changes.isEmpty()) {
      queries.update(changes.stream().map(Change::stored).toList(), now);
    }
    List<Change> otherMedia = changes.stream().filter(Change::isOfMedia).toList();
    if (!otherMedia.isEmpty()) {
      mediaQueries.delete(otherMedia.stream().map(Change::id).toList());
      otherMedia.forEach(change -> shown.addAll(shown(change.id(), change.after())));
    }
    if (!shown.isEmpty()) {
      mediaQueries.insert(shown);
    }
    count(fresh.size(), changes.size());
  }

  private void count(int fresh, int changed) {
    tally.created(fresh);
    tally.updated(changed);
    created += fresh;
    if (created >= nextStatisticsAfter) {
      queries.refreshStatistics();
      nextStatisticsAfter = created * 4;
    }
  }

  private static List<Shown> shown(long id, Post post) {
    List<Shown> shown = new ArrayList<>();
    for (MediaId media : post.media()) {
      shown.add(new Shown(id, shown.size() + 1, media));
    }
    return shown;
  }

  /// A row whose media are known.
  ///
  /// @param post as it is stored if it is new
  private record Row(ExportedPost said, Post post) {
    Row(ExportedPost said, List<MediaId> media) {
      this(
          said,
          new Post(
              said.channel(),
              said.postedAt(),
              Objects.requireNonNullElse(said.status(), PostStatus.POSTED),
              said.externalId(),
              said.permalink(),
              said.engagement(),
              media));
    }

    long line() {
      return said.line();
    }

    /// The post with what the row says; what it does not say stays.
    Post over(Post known) {
      return new Post(
          known.channel(),
          post.postedAt(),
          Objects.requireNonNullElse(said.status(), known.status()),
          said.externalId() == null ? known.externalId() : said.externalId(),
          said.permalink() == null ? known.permalink() : said.permalink(),
          said.engagement().or(known.engagement()),
          post.media());
    }
  }

  private record Change(long id, Post before, Post after) {
    boolean isOne() {
      return !before.equals(after);
    }

    boolean isOfMedia() {
      return !before.media().equals(after.media());
    }

    KnownPost stored() {
      return new KnownPost(id, after);
    }
  }

  /// The stored posts that a batch may mean.
  private static final class Known {
    private final Map<Name, KnownPost> byName = new HashMap<>();
    private final Map<Moment, List<KnownPost>> byMoment = new HashMap<>();
    private final PostsSeen seen;

    Known(Collection<KnownPost> named, Collection<KnownPost> atTimes, PostsSeen seen) {
      this.seen = seen;
      for (KnownPost known : named) {
        byName.put(Objects.requireNonNull(Name.of(known.post())), known);
      }
      for (KnownPost known : atTimes) {
        byMoment.computeIfAbsent(Moment.of(known.post()), _ -> new ArrayList<>()).add(known);
      }
    }

    /// The post with the same id, whenever it was. Else what was shown on that channel at that time
    /// and has no id yet; for a row without one, also what has.
    Optional<KnownPost> target(Post post) {
      Name name = Name.of(post);
      if (name != null && byName.containsKey(name)) {
        return Optional.of(byName.get(name));
      }
      List<KnownPost> free =
          byMoment.getOrDefault(Moment.of(post), List.of()).stream()
              .filter(known -> seen.lineOfStored(known.id()).isEmpty())
              .toList();
      Optional<KnownPost> nameless =
          free.stream().filter(known -> known.post().externalId() == null).findFirst();
      return name == null ? nameless.or(() -> free.stream().findFirst()) : nameless;
    }
  }
}
