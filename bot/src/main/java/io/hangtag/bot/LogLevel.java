package io.hangtag.bot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How much Hangtag writes to its log.
public enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG,
  TRACE;

  /// Sets what `HANGTAG_LOG` says, else this level, for the loggers that are made from now on. An
  /// illegal value counts as not given here: [Config] refuses it.
  ///
  /// Only Hangtag's own loggers follow: at lower levels libraries write texts and tokens.
  public void applyUnlessGiven(Map<String, String> variables) {
    LogLevel level = this;
    try {
      level = of(variables.getOrDefault("HANGTAG_LOG", "")).orElse(this);
    } catch (IllegalArgumentException _) {
      // It is a problem of the configuration and told with the others.
    }
    System.setProperty("org.slf4j.simpleLogger.log.io.hangtag", level.code());
  }

  /// The level with this code, in any case; none of blank text.
  ///
  /// @throws IllegalArgumentException if there is none
  static Optional<LogLevel> of(String code) {
    if (code.isBlank()) {
      return Optional.empty();
    }
    Optional<LogLevel> level =
        Arrays.stream(values())
            .filter(one -> one.code().equals(code.strip().toLowerCase(Locale.ROOT)))
            .findAny();
    if (level.isEmpty()) {
      throw new IllegalArgumentException("must be one of %s, not '%s'".formatted(all(), code));
    }
    return level;
  }

  private static String all() {
    return Arrays.stream(values()).map(LogLevel::code).collect(Collectors.joining(", "));
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
