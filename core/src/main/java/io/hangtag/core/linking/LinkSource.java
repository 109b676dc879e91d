package io.hangtag.core.linking;

import java.util.Locale;

/// How a change to links came about.
public enum LinkSource {
  MANUAL,
  BULK,
  SUGGESTION,
  RULE,
  IMPORT;

  /// As the database writes it.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
