package io.hangtag.core.posting;

import java.util.Locale;

/// What became of a post.
public enum PostStatus {
  /// The platform published it; only such a post counts.
  POSTED,
  SCHEDULED,
  FAILED,
  SKIPPED;

  /// As files, JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The status with this code, in any case.
  ///
  /// @throws IllegalArgumentException if there is none
  public static PostStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
