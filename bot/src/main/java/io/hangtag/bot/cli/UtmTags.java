package io.hangtag.bot.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The campaign tags of a link, as `source=instagram,medium=story`.
///
/// @param values by name without `utm_`
record UtmTags(Map<String, String> values) {
  private static final List<String> NAMES = List.of("source", "medium", "campaign", "content");

  UtmTags {
    values = Map.copyOf(values);
  }

  /// The tags in a text; none in a blank one.
  ///
  /// @throws IllegalArgumentException if something else than these tags is there
  static UtmTags of(String text) {
    if (text.isBlank()) {
      return new UtmTags(Map.of());
    }
    Map<String, String> values = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      String[] parts = pair.split("=", 2);
      String name = parts[0].strip();
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "names must be of %s, not '%s'".formatted(String.join(", ", NAMES), name));
      }
      if (parts.length < 2 || parts[1].isBlank()) {
        throw new IllegalArgumentException("must give a value for %s".formatted(name));
      }
      if (values.put(name, parts[1].strip()) != null) {
        throw new IllegalArgumentException("must name %s once".formatted(name));
      }
    }
    return new UtmTags(values);
  }
}
