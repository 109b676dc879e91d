package io.hangtag.core.posting;

import java.util.Locale;

/// Where something is posted.
public enum Channel {
  INSTAGRAM_STORY,
  INSTAGRAM_FEED,
  INSTAGRAM_REEL,
  TIKTOK,
  TELEGRAM_CHANNEL,
  FACEBOOK,
  YOUTUBE,
  PINTEREST,
  THREADS,
  X,
  SNAPCHAT,
  LINKEDIN,
  EMAIL,
  WEBSITE,
  OTHER;

  /// As files, JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The channel with this code, in any case.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
