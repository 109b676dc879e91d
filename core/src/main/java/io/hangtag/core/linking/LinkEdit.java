package io.hangtag.core.linking;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be said of a link from now on. Whatever is null stays as it is.
///
/// @param note blank: none any more
/// @param campaign the ad campaign's id; blank: none any more
/// @param utm all tags it then has; empty: none any more
/// @param metadata a JSON object of the team's own; blank: none any more
public record LinkEdit(
    @Nullable LinkType type,
    @Nullable String note,
    @Nullable String campaign,
    @Nullable Map<String, String> utm,
    @Nullable String metadata) {
  /// Changes nothing.
  public static final LinkEdit NONE = new LinkEdit(null, null, null, null, null);

  public LinkEdit {
    if (type != null) {
      LinkRequest.checkGiven(type);
    }
    utm = utm == null ? null : Map.copyOf(utm);
  }
}
