package io.hangtag.core.attribution;

import io.hangtag.core.attribution.History.Line;
import io.hangtag.core.attribution.History.Link;
import io.hangtag.core.attribution.History.Post;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// The rules word for word, without any thought of speed.
public final class BruteForce {
  private final History history;
  private final AttributionModel model;
  private final Duration window;

  public BruteForce(History history, Rules rules) {
    this.history = history;
    this.model = rules.model();
    this.window = Duration.ofHours(rules.window().hours());
  }

  public record Share(long post, MediaId media, long net) {}

  public List<Share> shares(Line line) {
    if (line.exclusion() != null || line.product() == null) {
      return List.of();
    }
    List<Post> touches =
        history.posts.stream()
            .filter(post -> isWithin(post, line.at()) && !media(post, line).isEmpty())
            .sorted(Comparator.comparing(Post::at).thenComparingLong(Post::id))
            .toList();
    List<Share> shares = new ArrayList<>();
    List<Long> weights = weights(touches, line.at());
    List<Long> amounts = touches.isEmpty() ? List.of() : split(line.net(), weights);
    for (int i = 0; i < touches.size(); i++) {
      if (weights.get(i) == 0) {
        continue;
      }
      List<MediaId> media = media(touches.get(i), line);
      List<Long> parts = split(amounts.get(i), Collections.nCopies(media.size(), 1L));
      for (int j = 0; j < media.size(); j++) {
        shares.add(new Share(touches.get(i).id(), media.get(j), parts.get(j)));
      }
    }
    return shares;
  }

  public Optional<Reason> reason(Line line) {
    if (line.exclusion() != null) {
      return Optional.of(Reason.valueOf(line.exclusion().toUpperCase(Locale.ROOT)));
    }
    if (line.product() == null) {
      return Optional.of(Reason.UNKNOWN_PRODUCT);
    }
    if (!shares(line).isEmpty()) {
      return Optional.empty();
    }
    boolean waiting =
        history.posts.stream()
            .filter(post -> isWithin(post, line.at()))
            .flatMap(post -> post.media().stream().map(medium -> new Shown(post, medium)))
            .anyMatch(
                shown ->
                    history.links.stream().noneMatch(link -> inForce(link, shown))
                        || history.links.stream()
                            .anyMatch(
                                link ->
                                    link.media().equals(shown.medium)
                                        && link.product().equals(line.product())
                                        && link.type().equals("suggested")
                                        && link.unlinked() == null));
    return Optional.of(waiting ? Reason.NO_CONFIRMED_LINK : Reason.NO_POST_IN_WINDOW);
  }

  /// Whether the post shows the product.
  public static boolean shows(Post post, ProductId product, History history) {
    return post.status().equals("posted")
        && post.media().stream()
            .anyMatch(
                medium ->
                    history.links.stream()
                        .anyMatch(
                            link ->
                                inForce(link, new Shown(post, medium))
                                    && link.product().equals(product)));
  }

  private boolean isWithin(Post post, Instant at) {
    return post.status().equals("posted")
        && !post.at().isAfter(at)
        && at.isBefore(post.at().plus(window));
  }

  private List<MediaId> media(Post post, Line line) {
    return post.media().stream()
        .filter(
            medium ->
                history.links.stream()
                    .anyMatch(
                        link ->
                            inForce(link, new Shown(post, medium))
                                && Objects.equals(link.product(), line.product())))
        .toList();
  }

  private static boolean inForce(Link link, Shown shown) {
    return link.media().equals(shown.medium)
        && !link.type().equals("suggested")
        && (link.unlinked() == null || link.unlinked().equals("ended"))
        && (link.from() == null || !link.from().isAfter(shown.post.at()))
        && (link.to() == null || shown.post.at().isBefore(link.to()));
  }

  private List<Long> weights(List<Post> touches, Instant at) {
    int count = touches.size();
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                switch (model) {
                  case EQUAL, HYBRID -> 1L;
                  case LAST -> i == count - 1 ? 1L : 0L;
                  case FIRST -> i == 0 ? 1L : 0L;
                  case DECAY -> {
                    long days = Duration.between(touches.get(i).at(), at).toDays();
                    long newest = Duration.between(touches.getLast().at(), at).toDays();
                    yield 1L << (30 - Math.min(30, days - newest));
                  }
                  case POSITION -> count > 2 && (i == 0 || i == count - 1) ? 2L * (count - 2) : 1L;
                })
        .toList();
  }

  /// Floors first, then a unit each to the greatest rests, of equal ones to the earlier.
  private static List<Long> split(long amount, List<Long> weights) {
    BigInteger total = BigInteger.valueOf(weights.stream().mapToLong(Long::longValue).sum());
    List<Long> parts = new ArrayList<>();
    List<BigInteger> rests = new ArrayList<>();
    for (long weight : weights) {
      BigInteger[] part =
          BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weight)).divideAndRemainder(total);
      parts.add(part[0].longValueExact());
      rests.add(part[1]);
    }
    long left = amount - parts.stream().mapToLong(Long::longValue).sum();
    List<Integer> byRest =
        IntStream.range(0, parts.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> rests.get(i)).reversed())
            .toList();
    for (int i = 0; i < left; i++) {
      parts.set(byRest.get(i), parts.get(byRest.get(i)) + 1);
    }
    return parts;
  }

  private record Shown(Post post, MediaId medium) {}
}
