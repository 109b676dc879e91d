package io.hangtag.core.suggestion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.linking.Proposal;
import io.hangtag.core.linking.SuggestedLinks;
import io.hangtag.core.linking.SuggestedLinks.Pairing;
import io.hangtag.core.linking.SuggestedLinks.Saved;
import io.hangtag.core.linking.SuggestedLinks.Standing;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Says which products may be in media, how sure that is, and why.
///
/// Nothing below [#FLOOR] is shown, nor a pair that people linked, refused or removed. Safe for use
/// by many threads.
public final class Suggestions {
  /// What is less likely is not worth a look.
  public static final BigDecimal FLOOR = new BigDecimal("0.10");

  private static final int MAX_DECISIONS = 1_000;
  private static final int MAX_KEPT = 200;
  private static final int SAVED = 5;
  private static final int CHUNK = 50;
  private static final int WELL_POSTED = 3;
  private static final Comparator<Suggestion> LIKELIEST_FIRST =
      Comparator.comparing(Suggestion::confidence)
          .reversed()
          .thenComparing(Suggestions::weight, Comparator.reverseOrder())
          .thenComparing(it -> it.media().value(), Comparator.reverseOrder())
          .thenComparingLong(it -> it.product().id().value());

  private final ProfileQueries profiles;
  private final ExperienceQueries decisions;
  private final Products products;
  private final SuggestedLinks links;
  private final List<Rule> rules;
  private final Cache<Learnt, Experience> experiences =
      Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

  public Suggestions(DSLContext db, Products products, ProductSearch search, SuggestedLinks links) {
    this.profiles = new ProfileQueries(db);
    this.decisions = new ExperienceQueries(db);
    this.products = products;
    this.links = links;
    NameQueries names = new NameQueries(db);
    LabelEvidenceQueries labels = new LabelEvidenceQueries(db);
    NeighbourQueries neighbours = new NeighbourQueries(db);
    TogetherQueries together = new TogetherQueries(db);
    this.rules =
        List.of(
            new FilePatternRule(profiles, names, new FilePatternQueries(db)),
            new NameRule(profiles, names),
            new WordRule(profiles, search),
            new TagRule(labels),
            new CategoryRule(labels),
            new AlbumRule(neighbours),
            new SimilarMediaRule(neighbours),
            new SameDayRule(neighbours),
            new TogetherRule(together, search),
            new FavouriteRule(together));
  }

  /// Products that may be in a media item, the likeliest first; nothing for one that the team does
  /// not have. Of some media the last place goes to the next likely product instead: what is never
  /// shown is never answered, and nothing is learnt of it.
  public List<Suggestion> forMedia(WorkspaceId workspace, MediaId media, int limit) {
    return Exploration.of(shown(candidates(workspace, media)), limit);
  }

  /// Media that a product may be in and that are worth posting, the likeliest first: those linked
  /// to nothing yet or posted less than three times.
  public List<Suggestion> mediaFor(WorkspaceId workspace, ProductId product, int limit) {
    List<Suggestion> found =
        profiles
            .product(workspace, products.standIn(workspace, product))
            .map(this::candidates)
            .orElse(List.of());
    List<Suggestion> shown = shown(found);
    Set<MediaId> used =
        profiles.wellUsed(workspace, shown.stream().map(Suggestion::media).toList(), WELL_POSTED);
    return shown.stream().filter(it -> !used.contains(it.media())).limit(limit).toList();
  }

  /// All products that anything speaks for, also those too unlikely to be shown; the likeliest
  /// first.
  public List<Suggestion> candidates(WorkspaceId workspace, MediaId media) {
    return profiles.media(workspace, List.of(media)).stream()
        .flatMap(profile -> candidates(profile).stream())
        .toList();
  }

  /// What is suggested for a media item now, the likeliest first, as it was last saved.
  public List<Suggestion> saved(WorkspaceId workspace, MediaId media) {
    List<Standing> standing = links.of(workspace, media);
    Map<ProductId, Product> known =
        products.byId(workspace, standing.stream().map(it -> it.proposal().product()).toList());
    return standing.stream()
        .filter(it -> Reason.of(it.proposal().reason()).isPresent())
        .map(it -> suggestion(it, Objects.requireNonNull(known.get(it.proposal().product()))))
        .toList();
  }

  private static Suggestion suggestion(Standing standing, Product product) {
    Proposal proposal = standing.proposal();
    Map<Reason, Double> scores =
        proposal.scores().entrySet().stream()
            .filter(score -> Reason.of(score.getKey()).isPresent())
            .collect(
                Collectors.toMap(
                    score -> Reason.of(score.getKey()).orElseThrow(), Map.Entry::getValue));
    return new Suggestion(
        proposal.media(),
        product,
        proposal.confidence(),
        Reason.of(proposal.reason()).orElseThrow(),
        proposal.words(),
        scores,
        standing.link());
  }

  /// Saves what [#forMedia] says now and gives it back with its links.
  public List<Suggestion> save(WorkspaceId workspace, MediaId media, int limit) {
    List<Suggestion> shown = shown(candidates(workspace, media));
    Saved _ = links.replace(workspace, List.of(media), proposals(shown, limit));
    Set<ProductId> best = products(Exploration.of(shown, limit));
    return saved(workspace, media).stream().filter(it -> best.contains(it.product().id())).toList();
  }

  /// Looks at all media of a team anew: suggestions come, change and go; what people decided stays.
  /// Media are done in portions, each for itself: what is broken off is done in part.
  public Refreshed refresh(WorkspaceId workspace, Progress progress) {
    int all = profiles.countMedia(workspace);
    Saved saved = new Saved(0, 0, 0);
    int done = 0;
    long last = 0;
    List<MediaId> chunk = profiles.mediaAfter(workspace, last, CHUNK);
    while (!chunk.isEmpty()) {
      List<Proposal> proposals = new ArrayList<>();
      for (MediaProfile media : profiles.media(workspace, chunk)) {
        proposals.addAll(proposals(shown(candidates(media)), SAVED));
      }
      saved = saved.plus(links.replace(workspace, chunk, proposals));
      done += chunk.size();
      progress.done(done, Math.max(all, done));
      last = chunk.getLast().value();
      chunk = profiles.mediaAfter(workspace, last, CHUNK);
    }
    return new Refreshed(done, saved.created(), saved.changed(), saved.withdrawn());
  }

  private static List<Proposal> proposals(List<Suggestion> shown, int limit) {
    Set<ProductId> fresh = products(Exploration.of(shown, limit));
    return shown.stream().map(it -> proposal(it, fresh.contains(it.product().id()))).toList();
  }

  private static Set<ProductId> products(List<Suggestion> suggestions) {
    return suggestions.stream().map(it -> it.product().id()).collect(Collectors.toSet());
  }

  private static Proposal proposal(Suggestion suggestion, boolean fresh) {
    return new Proposal(
        suggestion.media(),
        suggestion.product().id(),
        suggestion.confidence(),
        suggestion.reason().code(),
        suggestion.words(),
        suggestion.scores().entrySet().stream()
            .collect(Collectors.toMap(it -> it.getKey().code(), Map.Entry::getValue)),
        fresh);
  }

  private List<Suggestion> candidates(MediaProfile media) {
    Map<ProductId, Pairing> pairings = links.pairingsOf(media.workspace(), media.id());
    Weighing weighing = new Weighing(experience(media.workspace()));
    rules.forEach(rule -> rule.productsFor(media).forEach(weighing::add));
    return weighed(media.workspace(), weighing, it -> pairings.get(it.product()));
  }

  private List<Suggestion> candidates(ProductProfile product) {
    Map<MediaId, Pairing> pairings = links.pairingsOf(product.workspace(), product.id());
    Weighing weighing = new Weighing(experience(product.workspace()));
    rules.forEach(rule -> rule.mediaFor(product).forEach(weighing::add));
    return weighed(product.workspace(), weighing, it -> pairings.get(it.media()));
  }

  private List<Suggestion> weighed(
      WorkspaceId workspace, Weighing weighing, Weighing.Pairings pairings) {
    List<Weighing.Weighed> open =
        weighing.all().stream()
            .filter(it -> !(pairings.of(it) instanceof Pairing.Decided))
            .toList();
    Map<ProductId, Product> known =
        products.present(
            workspace, open.stream().map(Weighing.Weighed::product).collect(Collectors.toSet()));
    return open.stream()
        .filter(it -> known.containsKey(it.product()))
        .map(it -> it.suggestion(Objects.requireNonNull(known.get(it.product())), pairings.of(it)))
        .sorted(LIKELIEST_FIRST)
        .toList();
  }

  private Experience experience(WorkspaceId workspace) {
    Learnt key = new Learnt(workspace, decisions.version(workspace));
    return experiences.get(
        key, it -> Experience.of(decisions.decisions(it.workspace(), MAX_DECISIONS)));
  }

  private static List<Suggestion> shown(List<Suggestion> candidates) {
    return candidates.stream().filter(it -> it.confidence().compareTo(FLOOR) >= 0).toList();
  }

  private static double weight(Suggestion suggestion) {
    return suggestion.scores().entrySet().stream()
        .mapToDouble(score -> score.getKey().expected(score.getValue()))
        .sum();
  }

  /// A team as it had decided.
  private record Learnt(WorkspaceId workspace, long version) {}

  /// Hears how far a refresh has come, on its thread.
  @FunctionalInterface
  public interface Progress {
    /// So many media of so many are done.
    void done(int media, int of);
  }

  /// What a refresh changed.
  ///
  /// @param media how many were looked at
  /// @param created newly suggested
  /// @param changed suggested before, with another confidence or reason
  /// @param withdrawn suggested before, and no longer
  public record Refreshed(int media, int created, int changed, int withdrawn) {}
}
