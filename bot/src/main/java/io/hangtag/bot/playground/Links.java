package io.hangtag.bot.playground;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// What Telegram takes for a link.
final class Links {

  private static final Set<String> SCHEMES = Set.of("http", "https", "tg", "ton", "tonsite");

  private Links() {}

  /// The real server's words for a link that is none.
  static String fault(String url) {
    boolean isForeign =
        url.contains("://") && SCHEMES.stream().noneMatch(scheme -> url.startsWith(scheme + ":"));
    return isForeign ? "Unsupported URL protocol" : "Wrong HTTP URL";
  }

  /// With the scheme Telegram adds where there is none; empty when it is no link, which a text
  /// loses without a word.
  static String checked(String url) {
    String stripped = url.strip();
    String withScheme =
        stripped.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") ? stripped : "http://" + stripped;
    try {
      URI uri = new URI(withScheme.replace(" ", "%20"));
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String host = String.valueOf(uri.getHost());
      boolean isWeb = scheme.startsWith("http");
      boolean isLink = SCHEMES.contains(scheme) && (!isWeb || host.indexOf('.') > 0);
      return isLink ? withScheme : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
