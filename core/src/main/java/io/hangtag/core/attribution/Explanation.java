package io.hangtag.core.attribution;

import io.hangtag.core.linking.LinkId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why an order was credited as it was, line by line.
///
/// @param proven what the order's own tags name; empty: nothing
public record Explanation(
    String order, Settings settings, Optional<Proven> proven, List<LineExplanation> lines) {
  public Explanation {
    lines = List.copyOf(lines);
  }

  /// A line and the posts that showed its product around that time.
  ///
  /// @param candidates oldest first
  public record LineExplanation(CreditedLine line, List<Candidate> candidates) {
    public LineExplanation {
      candidates = List.copyOf(candidates);
    }
  }

  /// A post that might have earned the line.
  ///
  /// @param post the post's id on its platform, or else Hangtag's own
  /// @param credit empty: it earned nothing
  /// @param isLate whether the link was made or confirmed after the sale
  public record Candidate(
      String post,
      MediaId media,
      Instant postedAt,
      Verdict verdict,
      Optional<Money> credit,
      boolean isLate) {}

  /// A link that the order names by its own tags.
  ///
  /// @param post empty: an ad, no post of the media item is known
  /// @param campaign the link's ad campaign; empty: it has none
  public record Proven(
      LinkId link,
      MediaId media,
      Optional<String> post,
      Optional<String> campaign,
      Evidence evidence) {}

  /// What speaks for or against a post; of several things the first.
  public enum Verdict {
    /// It has a part in the line.
    CREDITED,
    /// It is planned, or failed, or was left out.
    NOT_PUBLISHED,
    /// It came after the order.
    AFTER_ORDER,
    /// It came so early that its window was over.
    BEFORE_WINDOW,
    /// Nobody has confirmed that the product is there.
    ONLY_SUGGESTED,
    /// The link was taken back as wrong.
    WRONG_LINK,
    /// The link was not in force yet, or no more.
    LINK_NOT_IN_FORCE,
    /// The link was made or confirmed after the sale, and only what was known then was asked for.
    LATE_LINK,
    /// The line is not one that can be credited.
    LINE_WITHOUT_CREDIT,
    /// The model gives everything to another post.
    OTHER_POST_CREDITED;

    /// As JSON writes it.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
