package io.hangtag.bot.chat.inline;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// The small picture beside an inline result.
final class Thumbnail {
  private static final int LONGEST_URL = 1_000;

  private Thumbnail() {}

  /// A product's picture, if Telegram can fetch it; else null.
  static @Nullable String of(@Nullable String url) {
    return url != null && isOnTheWeb(url) ? url : null;
  }

  /// One address that is none would cost all results: Telegram refuses the whole answer.
  private static boolean isOnTheWeb(String url) {
    try {
      URI uri = new URI(url);
      return url.length() <= LONGEST_URL
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getHost().contains(".");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
