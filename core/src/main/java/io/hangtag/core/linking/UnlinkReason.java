package io.hangtag.core.linking;

import java.util.Locale;

/// Why a link is no longer active.
public enum UnlinkReason {
  /// It was right until then: what it earned stays.
  ENDED,
  /// It never was right: what it earned goes.
  WRONG,
  /// A suggestion that was refused.
  REJECTED,
  /// Its product turned out to be one that the media was linked to as well, or its media to be
  /// other media with the same link; that link stands for it.
  MERGED,
  /// A suggestion that nobody decided on and nothing speaks for any more.
  WITHDRAWN;

  /// As JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The reason with this code.
  ///
  /// @throws IllegalArgumentException if there is none
  public static UnlinkReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
