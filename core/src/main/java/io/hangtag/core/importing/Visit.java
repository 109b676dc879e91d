package io.hangtag.core.importing;

import io.hangtag.core.sales.Origin;
import io.hangtag.core.sales.Utm;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a customer came from before an order.
///
/// Of addresses only path and `utm_` parameters are kept: others may tell who somebody is, as the
/// e-mail address in a newsletter's links does.
///
/// @param landingSite blank: not said
/// @param referrer blank: not said
/// @param utm `utm_source` and so on, decoded, by name
record Visit(String landingSite, String referrer, Map<String, String> utm) {
  private static final String PREFIX = "utm_";

  /// @param attributes what the shop noted, of whatever kind, by name
  static Visit of(String landingSite, String referrer, Map<String, String> attributes) {
    Map<String, String> noted = new HashMap<>();
    attributes.forEach((name, value) -> noted.putIfAbsent(name(name), value.strip()));
    String landing =
        landingSite.isBlank()
            ? noted.getOrDefault("landing_site", noted.getOrDefault("landing_page", ""))
            : landingSite.strip();
    Map<String, String> utm = new HashMap<>();
    noted.keySet().retainAll(noted.keySet().stream().filter(Visit::isUtm).toList());
    parameters(landing).forEach((name, value) -> utm.put(name, decoded(value)));
    noted.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            utm.put(name, value);
          }
        });
    return new Visit(withoutOthers(landing), withoutQuery(referrer.strip()), utm);
  }

  /// @param source blank: not said
  Origin origin(String source, @Nullable Boolean isRepeatCustomer) {
    return new Origin(
        kept(source.toLowerCase(Locale.ROOT), ExportValues.MAX_NAME),
        kept(landingSite, ExportValues.MAX_URL),
        kept(referrer, ExportValues.MAX_URL),
        new Utm(tag("source"), tag("medium"), tag("campaign"), tag("content"), tag("term")),
        isRepeatCustomer);
  }

  private @Nullable String tag(String name) {
    return kept(utm.getOrDefault(PREFIX + name, ""), ExportValues.MAX_NAME);
  }

  /// What the database can keep of it; null if that is nothing.
  private static @Nullable String kept(String value, int max) {
    String text =
        value
            .strip()
            .codePoints()
            .filter(Visit::isCharacter)
            .limit(max)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return text.isEmpty() ? null : text;
  }

  private static boolean isCharacter(int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE;
  }

  private static String name(String attribute) {
    return attribute.strip().toLowerCase(Locale.ROOT).replaceAll("[\\h-]+", "_");
  }

  private static boolean isUtm(String name) {
    return name.startsWith(PREFIX);
  }

  private static String withoutQuery(String url) {
    return url.split("[?#]", 2)[0];
  }

  private static String withoutOthers(String url) {
    String tags =
        parameters(url).entrySet().stream()
            .map(tag -> tag.getKey() + "=" + tag.getValue())
            .sorted()
            .collect(Collectors.joining("&"));
    return tags.isEmpty() ? withoutQuery(url) : withoutQuery(url) + "?" + tags;
  }

  /// The `utm_` parameters of an address as they are written, the first of each name.
  private static Map<String, String> parameters(String url) {
    String[] parts = url.split("#", 2)[0].split("\\?", 2);
    return parts.length < 2
        ? Map.of()
        : Arrays.stream(parts[1].split("&"))
            .map(parameter -> parameter.split("=", 2))
            .filter(parameter -> parameter.length == 2 && !parameter[1].isEmpty())
            .filter(parameter -> isUtm(name(parameter[0])))
            .collect(
                Collectors.toMap(
                    parameter -> name(parameter[0]),
                    parameter -> parameter[1],
                    (first, _) -> first));
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return value;
    }
  }
}
