package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.CREDIT_DAYS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.History.Link;
import io.hangtag.core.attribution.History.Post;
import io.hangtag.core.attribution.History.Sold;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.merging.MediaMerging;
import io.hangtag.core.merging.MergeId;
import io.hangtag.core.merging.MergeOutcome;
import io.hangtag.core.merging.UndoMergeOutcome;
import io.hangtag.core.team.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jooq.Result;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random merges of media and undos of them in a small shop that goes on selling, against a model
/// that remembers of each link and post only what it was first said of.
final class MediaMergePropertyTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final Instant START = Instant.parse("2026-03-20T00:00:00Z");
  private static final DayRange ALL =
      new DayRange(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-30"));
  private static final int STEPS = 40;

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final Attribution attribution = test.core().attribution();
  private final MediaMerging merging = test.core().mediaMerging();
  private final History history = new History(test.sql(), team);
  private final List<ProductId> products = team.products(3);
  private final List<MediaId> media = team.photos(6);
  private final List<Merge> merges = new ArrayList<>();
  private final List<Link> firstLinks = new ArrayList<>();
  private final List<Post> firstPosts = new ArrayList<>();

  private record Merge(MergeId id, MediaId kept, MediaId merged) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void comes_to_what_the_model_says_and_to_its_figures(long seed) {
    Random random = new Random(seed);
    fill(random);
    Recalculated _ = attribution.recalculate(team.id());
    for (int step = 0; step < STEPS; step++) {
      String what = step(random);

      String which = "seed %d, step %d: %s".formatted(seed, step, what);
      seeAsMerged();
      assertThat(storedLinks()).as(which).isEqualTo(expectedLinks());
      assertThat(shownByPost()).as(which).isEqualTo(expectedByPost());
      if (step % 5 == 4) {
        assertFigures(which);
      }
    }
  }

  private String step(Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> merge(any(media, random), any(media, random));
      case 3, 4, 5 -> merges.isEmpty() ? "nothing" : undo(any(merges, random));
      case 6 -> {
        addPost(random);
        yield "post";
      }
      case 7 -> {
        addLink(random);
        yield "link";
      }
      case 8 -> unlink(random);
      default -> {
        addOrder(random);
        yield "order";
      }
    };
  }

  private String merge(MediaId keep, MediaId other) {
    MediaId kept = standIn(keep);
    MediaId merged = standIn(other);
    switch (merging.merge(ann, keep, other)) {
      case MergeOutcome.Merged done -> {
        assertThat(List.of(done.kept(), done.merged())).containsExactly(kept, merged);
        merges.add(new Merge(done.merge(), kept, merged));
      }
      case MergeOutcome.AlreadyOne already -> assertThat(already.kept()).isEqualTo(kept);
      case MergeOutcome.Itself _ -> assertThat(keep).isEqualTo(other);
      case MergeOutcome.UnknownMedia unknown -> throw new AssertionError(unknown);
    }
    return "merge %s into %s".formatted(other, keep);
  }

  private String undo(Merge merge) {
    boolean isKeptMerged = merges.stream().anyMatch(it -> it.merged().equals(merge.kept()));
    UndoMergeOutcome outcome = merging.undo(ann, merge.id());
    if (isKeptMerged) {
      assertThat(outcome).isInstanceOf(UndoMergeOutcome.KeptWasMerged.class);
    } else {
      assertThat(outcome).isInstanceOf(UndoMergeOutcome.Undone.class);
      merges.remove(merge);
    }
    return "undo " + merge;
  }

  private MediaId standIn(MediaId item) {
    return merges.stream()
        .filter(merge -> merge.merged().equals(item))
        .findAny()
        .map(merge -> standIn(merge.kept()))
        .orElse(item);
  }

  private void fill(Random random) {
    for (int link = 0; link < 12; link++) {
      addLink(random);
    }
    for (int post = 0; post < 12; post++) {
      addPost(random);
    }
    for (int order = 0; order < 30; order++) {
      addOrder(random);
    }
  }

  private void addLink(Random random) {
    MediaId item = standIn(any(media, random));
    ProductId product = any(products, random);
    boolean isThere =
        firstLinks.stream()
            .anyMatch(
                link ->
                    link.unlinked() == null
                        && standIn(link.media()).equals(item)
                        && link.product().equals(product));
    if (!isThere) {
      Instant from = random.nextInt(4) == 0 ? anyTime(random) : null;
      Instant to = random.nextInt(4) == 0 ? anyTime(random) : null;
      firstLinks.add(
          history.link(
              new Link(
                  0,
                  item,
                  product,
                  random.nextInt(5) == 0 ? "suggested" : "featured",
                  from,
                  from != null && to != null && !from.isBefore(to) ? null : to,
                  random.nextInt(6) == 0 ? random.nextBoolean() ? "wrong" : "ended" : null)));
    }
  }

  private void addPost(Random random) {
    Set<MediaId> shown = new LinkedHashSet<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      shown.add(standIn(any(media, random)));
    }
    firstPosts.add(history.post(anyTime(random), "posted", List.copyOf(shown)));
  }

  private void addOrder(Random random) {
    Sold sold = new Sold(any(products, random), random.nextInt(10_000), null);
    String _ = history.order(anyTime(random), "USD", List.of(sold));
  }

  /// Only links that stand for no other: what becomes of those is told elsewhere.
  private String unlink(Random random) {
    seeAsMerged();
    List<Link> alone =
        history.links.stream()
            .filter(link -> link.unlinked() == null)
            .filter(link -> history.links.stream().noneMatch(other -> isBehind(other, link)))
            .toList();
    if (alone.isEmpty()) {
      return "nothing";
    }
    Link link = any(alone, random);
    String reason = random.nextBoolean() ? "wrong" : "ended";
    history.unlink(link, reason);
    firstLinks.replaceAll(
        first ->
            first.id() == link.id()
                ? new Link(
                    first.id(),
                    first.media(),
                    first.product(),
                    first.type(),
                    first.from(),
                    first.to(),
                    reason)
                : first);
    return "unlink " + link;
  }

  private static boolean isBehind(Link other, Link link) {
    return "merged".equals(other.unlinked())
        && other.media().equals(link.media())
        && other.product().equals(link.product());
  }

  /// Makes the plain history what the merges make of what was said first.
  private void seeAsMerged() {
    Map<List<Object>, List<Link>> active = new HashMap<>();
    firstLinks.stream()
        .filter(link -> link.unlinked() == null)
        .sorted(
            Comparator.<Link, Boolean>comparing(link -> link.type().equals("suggested"))
                .thenComparing(Link::from, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparingLong(Link::id))
        .forEach(
            link ->
                active
                    .computeIfAbsent(
                        List.of(standIn(link.media()), link.product()), _ -> new ArrayList<>())
                    .add(link));
    Set<Long> folded =
        active.values().stream()
            .flatMap(group -> group.stream().skip(1))
            .map(Link::id)
            .collect(toSet());
    history.links.clear();
    for (Link link : firstLinks) {
      history.links.add(
          new Link(
              link.id(),
              standIn(link.media()),
              link.product(),
              link.type(),
              link.from(),
              link.to(),
              folded.contains(link.id()) ? "merged" : link.unlinked()));
    }
  }

  private Map<Long, String> expectedLinks() {
    return history.links.stream()
        .collect(toMap(Link::id, link -> link.media() + " " + link.unlinked()));
  }

  private Map<Long, String> storedLinks() {
    return test
        .sql()
        .select(
            MEDIA_PRODUCT_LINKS.ID,
            MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID,
            MEDIA_PRODUCT_LINKS.UNLINK_REASON)
        .from(MEDIA_PRODUCT_LINKS)
        .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(team.id().value()))
        .fetch()
        .stream()
        .collect(toMap(row -> row.value1(), row -> row.value2() + " " + row.value3()));
  }

  private Map<Long, Set<MediaId>> expectedByPost() {
    return firstPosts.stream()
        .collect(
            toMap(Post::id, post -> post.media().stream().map(this::standIn).collect(toSet())));
  }

  private Map<Long, Set<MediaId>> shownByPost() {
    return inOrder().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
  }

  private Map<Long, List<MediaId>> inOrder() {
    return test.sql()
        .select(POST_MEDIA.POST_ID, POST_MEDIA.MEDIA_ITEM_ID)
        .from(POST_MEDIA)
        .where(POST_MEDIA.WORKSPACE_ID.eq(team.id().value()))
        .orderBy(POST_MEDIA.POST_ID, POST_MEDIA.POSITION)
        .fetchGroups(POST_MEDIA.POST_ID, row -> new MediaId(row.value2()));
  }

  /// What is kept is what calculating everything comes to, and that is what the rules say.
  private void assertFigures(String which) {
    Recalculated _ = attribution.refresh(team.id());
    Result<?> incremental = kept();
    Recalculated _ = attribution.recalculate(team.id());
    assertThat(incremental).as(which).isEqualTo(kept());

    Map<Long, List<MediaId>> shown = inOrder();
    history.posts.replaceAll(
        post ->
            new Post(
                post.id(), post.at(), post.status(), shown.getOrDefault(post.id(), List.of())));
    Rules rules = attribution.settings(team.id()).rules();
    List<String> credited = new ArrayList<>();
    attribution.credits(
        team.id(),
        ALL,
        Optional.of(rules),
        line -> credited.add(AttributionPropertyTest.shown(line)));
    BruteForce brute = new BruteForce(history, rules);
    assertThat(credited)
        .as(which)
        .containsExactlyInAnyOrderElementsOf(
            history.lines.stream()
                .map(line -> AttributionPropertyTest.shown(line, brute))
                .toList());
  }

  private Result<?> kept() {
    return test.sql()
        .selectFrom(CREDIT_DAYS)
        .where(CREDIT_DAYS.WORKSPACE_ID.eq(team.id().value()))
        .orderBy(
            CREDIT_DAYS.PRODUCT_ID,
            CREDIT_DAYS.DAY,
            CREDIT_DAYS.POST_ID,
            CREDIT_DAYS.LINK_ID,
            CREDIT_DAYS.CURRENCY)
        .fetch();
  }

  private static Instant anyTime(Random random) {
    return START.plus(Duration.ofHours(random.nextInt(48) * 6L));
  }

  private static <T> T any(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
