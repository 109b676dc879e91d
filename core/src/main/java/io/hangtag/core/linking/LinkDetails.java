package io.hangtag.core.linking;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be said of a link beside its type.
///
/// @param note null: nothing
/// @param campaign the ad campaign's id; null: none
/// @param utm any of source, medium, campaign, content; empty: none
/// @param metadata a JSON object of the team's own; null: none
public record LinkDetails(
    @Nullable String note,
    @Nullable String campaign,
    Map<String, String> utm,
    @Nullable String metadata) {
  /// Nothing said.
  public static final LinkDetails NONE = new LinkDetails(null, null, Map.of(), null);

  public LinkDetails {
    utm = Map.copyOf(utm);
  }
}
