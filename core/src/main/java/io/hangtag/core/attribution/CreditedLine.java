package io.hangtag.core.attribution;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An order line and who earned it.
///
/// @param order its name, for example `#1001`
/// @param line from 1, in the order
/// @param sku null: none
/// @param credits oldest post first; they come to `net`, or there are none
/// @param reason why there are none
public record CreditedLine(
    String order,
    int line,
    @Nullable String sku,
    String title,
    Instant orderedAt,
    Money net,
    List<Credit> credits,
    Optional<Reason> reason) {
  public CreditedLine {
    credits = List.copyOf(credits);
  }

  /// A part of the line.
  ///
  /// @param post the post's id on its platform, or else Hangtag's own; null: an ad, proven by the
  ///     order's own tags
  /// @param postedAt null: an ad
  /// @param rank from 1, by when the posts were published
  public record Credit(
      @Nullable String post, MediaId media, @Nullable Instant postedAt, int rank, Money credit) {}
}
