package io.hangtag.core.insight;

import static io.hangtag.db.schema.Tables.POSTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.BruteForce;
import io.hangtag.core.attribution.BruteForce.Share;
import io.hangtag.core.attribution.History;
import io.hangtag.core.attribution.History.Line;
import io.hangtag.core.attribution.History.Link;
import io.hangtag.core.attribution.History.Post;
import io.hangtag.core.attribution.History.Sold;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.Score.Earnings;
import io.hangtag.core.insight.Standing.Figures;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rankings of random histories, against counting one by one.
final class RankingsPropertyTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final Duration WINDOW = Duration.ofDays(3);
  private static final int DAYS = 45;

  private final SampleTeam team = test.team();
  private final Rankings rankings = test.core().rankings();
  private final History history = new History(test.sql(), team);
  private final BruteForce brute =
      new BruteForce(history, test.core().attribution().settings(team.id()).rules());
  private final Map<Long, Long> reach = new HashMap<>();
  private final List<ProductId> products = team.products(4);
  private final List<MediaId> media = team.photos(6);
  private final Instant now = test.clock().instant();
  private final Instant end = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
  private final Instant start = end.minus(Duration.ofDays(30));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void ranks_by_what_happened(long seed) {
    happens(new Random(seed));
    for (Metric metric : Metric.values()) {
      assertThat(places(rankings.products(team.id(), metric, RankingPeriod.LAST_30_DAYS, 100)))
          .as("seed %d, products by %s", seed, metric)
          .isEqualTo(ranked(products(), metric));
      assertThat(places(rankings.media(team.id(), metric, RankingPeriod.LAST_30_DAYS, 100)))
          .as("seed %d, media by %s", seed, metric)
          .isEqualTo(ranked(media(metric), metric));
    }
    assertThat(rankings.media(team.id(), Metric.REACH, RankingPeriod.LAST_30_DAYS, 1).maturing())
        .isEqualTo(
            (int) published().filter(post -> !isMature(post)).filter(this::isInRange).count());
  }

  private static List<Place> places(Ranking ranking) {
    return ranking.top().stream().map(it -> new Place(it.id(), it.figures())).toList();
  }

  private static List<Place> ranked(Map<Long, Figures> figures, Metric metric) {
    return figures.entrySet().stream()
        .map(entry -> new Place(entry.getKey(), entry.getValue()))
        .filter(place -> metric.value(place.figures).isPresent())
        .sorted(
            Comparator.comparing((Place place) -> metric.value(place.figures).orElseThrow())
                .reversed()
                .thenComparingLong(Place::id))
        .toList();
  }

  private Map<Long, Figures> products() {
    Map<Long, BigDecimal> scores =
        scores(
            products.stream()
                .map(
                    product ->
                        earnings(
                            product.value(),
                            post -> BruteForce.shows(post, product, history),
                            (line, _) -> product.equals(line.product())))
                .flatMap(Optional::stream)
                .toList());
    Map<Long, Figures> figures = new HashMap<>();
    for (ProductId product : products) {
      List<Post> posts = mature().filter(post -> BruteForce.shows(post, product, history)).toList();
      List<Line> sold = lines(start, end).filter(line -> product.equals(line.product())).toList();
      if (posts.isEmpty() && sold.isEmpty()) {
        continue;
      }
      List<Line> credited =
          sold.stream().filter(line -> shares(line).anyMatch(this::isOfMature)).toList();
      figures.put(
          product.value(),
          new Figures(
              posts.size(),
              orders(credited),
              usd(
                  credited.stream()
                      .flatMap(this::shares)
                      .filter(this::isOfMature)
                      .mapToLong(Share::net)
                      .sum()),
              orders(sold),
              usd(sold.stream().mapToLong(Line::net).sum()),
              posts.stream().mapToLong(post -> reach(post)).sum(),
              posts.stream().mapToLong(post -> reach(post) / 3).sum(),
              scores.get(product.value())));
    }
    return figures;
  }

  private Map<Long, Figures> media(Metric metric) {
    Map<Long, BigDecimal> scores =
        scores(
            media.stream()
                .map(
                    medium ->
                        earnings(
                            medium.value(),
                            post -> products.stream().anyMatch(it -> shows(post, medium, it)),
                            (_, share) -> share.media().equals(medium)))
                .flatMap(Optional::stream)
                .toList());
    Map<Long, Figures> figures = new HashMap<>();
    for (MediaId medium : media) {
      List<Post> posts = mature().filter(post -> post.media().contains(medium)).toList();
      if (!posts.isEmpty()) {
        figures.put(medium.value(), figures(medium, posts, metric, scores));
      }
    }
    return figures;
  }

  private Figures figures(
      MediaId medium, List<Post> posts, Metric metric, Map<Long, BigDecimal> scores) {
    Predicate<Share> own =
        share ->
            share.media().equals(medium)
                && posts.stream().anyMatch(post -> post.id() == share.post());
    List<Line> credited =
        lines(Instant.EPOCH, Instant.MAX).filter(line -> shares(line).anyMatch(own)).toList();
    Instant last = matureUntil().isBefore(end) ? matureUntil() : end;
    List<Line> all =
        lines(start, last.plus(WINDOW).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)))
            .filter(
                line ->
                    line.product() != null
                        && posts.stream().anyMatch(post -> shows(post, medium, line.product())))
            .toList();
    return new Figures(
        posts.size(),
        orders(credited),
        usd(credited.stream().flatMap(this::shares).filter(own).mapToLong(Share::net).sum()),
        metric.needsTotals() ? orders(all) : null,
        metric.needsTotals() ? usd(all.stream().mapToLong(Line::net).sum()) : null,
        posts.stream().mapToLong(post -> reach(post)).sum(),
        posts.stream().mapToLong(post -> reach(post) / 3).sum(),
        scores.get(medium.value()));
  }

  private static Map<Long, BigDecimal> scores(List<Earnings> earnings) {
    return Score.scores(earnings);
  }

  private Optional<Earnings> earnings(long id, Predicate<Post> shows, Belongs belongs) {
    double[] each =
        mature()
            .filter(shows)
            .mapToDouble(
                post ->
                    lines(Instant.EPOCH, Instant.MAX)
                        .flatMapToLong(
                            line ->
                                shares(line)
                                    .filter(share -> share.post() == post.id())
                                    .filter(share -> belongs.to(line, share))
                                    .mapToLong(Share::net))
                        .sum())
            .toArray();
    double sum = DoubleStream.of(each).sum();
    double squares = DoubleStream.of(each).map(it -> it * it).sum();
    return each.length == 0
        ? Optional.empty()
        : Optional.of(new Earnings(id, each.length, sum, squares));
  }

  private long reach(Post post) {
    return Objects.requireNonNull(reach.get(post.id()));
  }

  private boolean shows(Post post, MediaId medium, ProductId product) {
    return post.media().contains(medium)
        && BruteForce.shows(
            new Post(post.id(), post.at(), post.status(), List.of(medium)), product, history);
  }

  private Stream<Share> shares(Line line) {
    return brute.shares(line).stream();
  }

  private Stream<Line> lines(Instant from, Instant to) {
    return history.lines.stream()
        .filter(line -> line.currency().equals("USD") && line.exclusion() == null)
        .filter(line -> !line.at().isBefore(from) && line.at().isBefore(to));
  }

  private static long orders(List<Line> lines) {
    return lines.stream().map(Line::order).distinct().count();
  }

  private static Money usd(long minor) {
    return new Money(minor, Currency.getInstance("USD"));
  }

  private Instant matureUntil() {
    return history.lines.stream()
        .map(Line::at)
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .minus(WINDOW)
        .plus(1, ChronoUnit.MICROS);
  }

  private boolean isOfMature(Share share) {
    return published().filter(this::isMature).anyMatch(post -> post.id() == share.post());
  }

  private boolean isMature(Post post) {
    return post.at().isBefore(matureUntil());
  }

  private boolean isInRange(Post post) {
    return !post.at().isBefore(start) && post.at().isBefore(end);
  }

  private Stream<Post> published() {
    return history.posts.stream().filter(post -> post.status().equals("posted"));
  }

  private Stream<Post> mature() {
    return published().filter(this::isMature).filter(this::isInRange);
  }

  private void happens(Random random) {
    for (MediaId medium : media) {
      for (ProductId product : products) {
        if (random.nextInt(3) == 0) {
          Link _ = history.link(medium, product);
        }
      }
    }
    history.unlink(history.links.getFirst(), "wrong");
    for (int post = 0; post < 25; post++) {
      List<MediaId> shown =
          random.ints(0, media.size()).limit(2).distinct().mapToObj(media::get).toList();
      Post added =
          history.post(anyTime(random), random.nextInt(9) == 0 ? "failed" : "posted", shown);
      long people = random.nextLong(200);
      reach.put(added.id(), people);
      test.sql()
          .update(POSTS)
          .set(POSTS.REACH, people)
          .set(POSTS.COMMENTS, people / 3)
          .where(POSTS.ID.eq(added.id()))
          .execute();
    }
    for (int order = 0; order < 50; order++) {
      List<Sold> sold = new ArrayList<>();
      for (int line = 0; line <= random.nextInt(3); line++) {
        sold.add(
            new Sold(
                random.nextInt(10) == 0 ? null : products.get(random.nextInt(3)),
                random.nextInt(10_000),
                random.nextInt(10) == 0 ? "test" : null));
      }
      String _ = history.order(anyTime(random), random.nextInt(5) == 0 ? "EUR" : "USD", sold);
    }
  }

  private Instant anyTime(Random random) {
    return now.minus(Duration.ofHours(random.nextInt(DAYS * 8) * 3L));
  }

  private interface Belongs {
    boolean to(Line line, Share share);
  }

  private record Place(long id, Figures figures) {}
}
