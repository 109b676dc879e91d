package io.hangtag.core.attribution;

import io.hangtag.core.attribution.CreditedLine.Credit;
import io.hangtag.core.attribution.Explanation.Candidate;
import io.hangtag.core.attribution.Explanation.LineExplanation;
import io.hangtag.core.attribution.Explanation.Proven;
import io.hangtag.core.attribution.Explanation.Verdict;
import io.hangtag.core.attribution.WhyQueries.Found;
import io.hangtag.core.attribution.WhyQueries.Shown;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.media.MediaId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Explains one order.
final class Explaining {
  // Posts this far outside of the window are worth a word.
  private static final Duration AFTERWARDS = Duration.ofDays(1);
  private static final Duration BEFOREHAND = Duration.ofDays(7);

  private final Settings settings;
  private final Stretches stretches;
  private final NameQueries names;
  private final WhyQueries why;

  Explaining(Settings settings, Stretches stretches, NameQueries names, WhyQueries why) {
    this.settings = settings;
    this.stretches = stretches;
    this.names = names;
    this.why = why;
  }

  Explanation explain(Found order) {
    Stretch stretch = stretches.of(order.id(), order.orderedAt());
    List<CreditedLine> lines = new CreditList(stretch).lines(names);
    List<Shown> shown =
        why.shown(
            order.id(),
            order.orderedAt().minus(window()).minus(BEFOREHAND),
            order.orderedAt().plus(AFTERWARDS));
    return new Explanation(
        order.name(),
        settings,
        stretch.background().proofOf(order.id()).map(this::proven),
        lines.stream().map(line -> new LineExplanation(line, candidates(line, shown))).toList());
  }

  private Proven proven(Proof proof) {
    return new Proven(
        new LinkId(proof.link()),
        new MediaId(proof.media()),
        Optional.ofNullable(names.posts(List.of(proof.post())).get(proof.post())),
        Optional.ofNullable(proof.campaign()),
        proof.evidence());
  }

  private Duration window() {
    return Duration.ofHours(settings.rules().window().hours());
  }

  /// Of several links of one medium the one that speaks most for it.
  private List<Candidate> candidates(CreditedLine line, List<Shown> shown) {
    Map<String, Candidate> best = new LinkedHashMap<>();
    for (Shown one : shown) {
      if (one.position() == line.line()) {
        best.merge(
            one.post() + " " + one.media(),
            candidate(line, one),
            (first, second) -> second.verdict().compareTo(first.verdict()) < 0 ? second : first);
      }
    }
    return new ArrayList<>(best.values());
  }

  private Candidate candidate(CreditedLine line, Shown shown) {
    Optional<Credit> credit =
        line.credits().stream()
            .filter(it -> shown.post().equals(it.post()) && it.media().equals(shown.media()))
            .findFirst();
    return new Candidate(
        shown.post(),
        shown.media(),
        shown.postedAt(),
        credit.isPresent() ? Verdict.CREDITED : against(line, shown),
        credit.map(Credit::credit),
        shown.recorded().isAfter(line.orderedAt()));
  }

  private Verdict against(CreditedLine line, Shown shown) {
    if (!shown.status().equals("posted")) {
      return Verdict.NOT_PUBLISHED;
    }
    if (shown.postedAt().isAfter(line.orderedAt())) {
      return Verdict.AFTER_ORDER;
    }
    if (!line.orderedAt().isBefore(shown.postedAt().plus(window()))) {
      return Verdict.BEFORE_WINDOW;
    }
    return againstLink(line, shown);
  }

  private Verdict againstLink(CreditedLine line, Shown shown) {
    if (!shown.confirmed()) {
      return Verdict.ONLY_SUGGESTED;
    }
    if (shown.unlinked() != null && !shown.unlinked().equals("ended")) {
      return Verdict.WRONG_LINK;
    }
    boolean early = shown.from() != null && shown.from().isAfter(shown.postedAt());
    boolean late = shown.to() != null && !shown.postedAt().isBefore(shown.to());
    if (early || late) {
      return Verdict.LINK_NOT_IN_FORCE;
    }
    if (settings.rules().has(RuleOption.STRICT_AS_OF)
        && shown.recorded().isAfter(line.orderedAt())) {
      return Verdict.LATE_LINK;
    }
    return line.credits().isEmpty() ? Verdict.LINE_WITHOUT_CREDIT : Verdict.OTHER_POST_CREDITED;
  }
}
