package io.hangtag.bot.cli;

import io.hangtag.core.attribution.AttributionModel;
import io.hangtag.core.attribution.CreditedLine;
import io.hangtag.core.attribution.Explanation;
import io.hangtag.core.attribution.Explanation.Candidate;
import io.hangtag.core.attribution.Explanation.LineExplanation;
import io.hangtag.core.attribution.Explanation.Proven;
import io.hangtag.core.attribution.Reason;
import io.hangtag.core.attribution.Rules;
import io.hangtag.core.money.Money;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why an order was credited as it was, told.
final class WhyAnswer {
  private static final String LATE = " (the link was made after the sale)";

  private WhyAnswer() {}

  static Answer of(Explanation explanation) {
    ZoneId zone = explanation.settings().zone();
    Rules rules = explanation.settings().rules();
    return new Answer(
        new Why(
            explanation.order(),
            rules.model().code(),
            rules.window().hours(),
            explanation.proven().map(ProvenDocument::of).orElse(null),
            explanation.lines().stream().map(line -> LineDocument.of(line, zone)).toList()),
        "Order %s, model %s, window %d h%s\n\n%s"
            .formatted(
                explanation.order(),
                rules.model().code(),
                rules.window().hours(),
                explanation.proven().map(proven -> "\n" + text(proven, rules)).orElse(""),
                explanation.lines().stream()
                    .map(line -> text(line, zone))
                    .collect(Collectors.joining("\n\n"))));
  }

  private static String text(Proven proven, Rules rules) {
    String by =
        switch (proven.evidence()) {
          case POST -> "utm_content is the post's id";
          case UTM_CONTENT -> "utm_content is that of the link";
          case AD_CAMPAIGN -> "utm_campaign is the link's ad campaign " + campaign(proven);
          case UTM_CAMPAIGN -> "utm_campaign is that of the link";
        };
    return "The order's own tags prove link %d of media %d, %s: %s%s."
        .formatted(
            proven.link().value(),
            proven.media().value(),
            proven
                .post()
                .map(post -> "post " + Table.text(post))
                .orElse("an ad, no post of it is known"),
            by,
            rules.model() == AttributionModel.HYBRID
                ? ""
                : "; model %s does not look at tags".formatted(rules.model().code()));
  }

  private static String campaign(Proven proven) {
    return proven.campaign().map(Table::text).orElse("");
  }

  private static String text(LineExplanation explained, ZoneId zone) {
    CreditedLine line = explained.line();
    String head =
        "Line %d: %s%s, %s, ordered %s"
            .formatted(
                line.line(),
                Table.text(line.title()),
                line.sku() == null ? "" : " (SKU %s)".formatted(Table.text(line.sku())),
                line.net(),
                Times.brief(line.orderedAt(), zone));
    String reason = line.reason().map(it -> "\n  No credit: " + words(it)).orElse("");
    String posts =
        explained.candidates().stream()
            .map(candidate -> "\n  " + text(candidate, line, zone))
            .collect(Collectors.joining());
    String ads =
        line.credits().stream()
            .filter(credit -> credit.post() == null)
            .map(
                credit ->
                    "\n  an ad with media %d: earned %s"
                        .formatted(credit.media().value(), credit.credit()))
            .collect(Collectors.joining());
    return head + reason + posts + ads;
  }

  private static String text(Candidate candidate, CreditedLine line, ZoneId zone) {
    return "post %s of media %d, %s (%s): %s"
        .formatted(
            Table.text(candidate.post()),
            candidate.media().value(),
            Times.brief(candidate.postedAt(), zone),
            distance(Duration.between(candidate.postedAt(), line.orderedAt())),
            candidate
                .credit()
                .map(credit -> "earned " + credit + (candidate.isLate() ? LATE : ""))
                .orElseGet(() -> against(candidate)));
  }

  private static String distance(Duration before) {
    Duration length = before.abs();
    return "%d h %02d min %s"
        .formatted(
            length.toHours(), length.toMinutesPart(), before.isNegative() ? "after" : "before");
  }

  private static String against(Candidate candidate) {
    return switch (candidate.verdict()) {
      case CREDITED -> throw new IllegalStateException("a credit is missing");
      case NOT_PUBLISHED -> "not counted, it was not published";
      case AFTER_ORDER -> "not counted, it came after the order";
      case BEFORE_WINDOW -> "not counted, its window was over";
      case ONLY_SUGGESTED -> "not counted, nobody has confirmed that it shows the product";
      case WRONG_LINK -> "not counted, the link to the product was removed as wrong";
      case LINK_NOT_IN_FORCE -> "not counted, the link to the product was not in force then";
      case LATE_LINK -> "not counted, the link to the product was made after the sale";
      case LINE_WITHOUT_CREDIT -> "in the window, but the line cannot be credited";
      case OTHER_POST_CREDITED -> "in the window, but the model gives the line to another post";
    };
  }

  private static String words(Reason reason) {
    return switch (reason) {
      case NO_POST_IN_WINDOW -> "no post of the product in the window before the order";
      case NO_CONFIRMED_LINK ->
          "the posts in the window show media in which nobody has confirmed a product";
      case UNKNOWN_PRODUCT -> "the catalogue does not have this product";
      case CANCELLED -> "the order was cancelled";
      case TEST -> "the order was a test";
      case VOIDED -> "the payment was voided";
      case REFUNDED -> "all of the line was given back";
      case GIFT_CARD -> "a gift card is no sale until it is spent";
      case UNPAID -> "the order is not paid yet";
    };
  }

  /// @param proven null: the order's own tags name nothing
  private record Why(
      String order,
      String model,
      int windowHours,
      @Nullable ProvenDocument proven,
      List<LineDocument> lines) {}

  /// @param post null: an ad
  /// @param campaign null: the link has none
  private record ProvenDocument(
      long linkId,
      long mediaId,
      @Nullable String post,
      @Nullable String campaign,
      String evidence) {
    static ProvenDocument of(Proven proven) {
      return new ProvenDocument(
          proven.link().value(),
          proven.media().value(),
          proven.post().orElse(null),
          proven.campaign().orElse(null),
          proven.evidence().code());
    }
  }

  private record LineDocument(
      int line,
      @Nullable String sku,
      String title,
      String orderedAt,
      String net,
      String currency,
      @Nullable String reason,
      List<CandidateDocument> candidates) {
    static LineDocument of(LineExplanation explained, ZoneId zone) {
      CreditedLine line = explained.line();
      return new LineDocument(
          line.line(),
          line.sku(),
          line.title(),
          Times.iso(line.orderedAt(), zone),
          line.net().decimal(),
          line.net().currency().getCurrencyCode(),
          line.reason().map(Reason::code).orElse(null),
          explained.candidates().stream().map(it -> CandidateDocument.of(it, zone)).toList());
    }
  }

  private record CandidateDocument(
      String post,
      long mediaId,
      String postedAt,
      String verdict,
      @Nullable String credit,
      boolean lateLink) {
    static CandidateDocument of(Candidate candidate, ZoneId zone) {
      return new CandidateDocument(
          candidate.post(),
          candidate.media().value(),
          Times.iso(candidate.postedAt(), zone),
          candidate.verdict().code(),
          candidate.credit().map(Money::decimal).orElse(null),
          candidate.isLate());
    }
  }
}
