package io.hangtag.bot.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How times are written, in a team's time zone.
final class Times {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final DateTimeFormatter BRIEF =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Times() {}

  /// For programs: ISO 8601 with offset, to the second.
  static String iso(Instant at, ZoneId zone) {
    return ISO.format(at.atZone(zone));
  }

  /// For people, to the minute.
  static String brief(Instant at, ZoneId zone) {
    return BRIEF.format(at.atZone(zone));
  }
}
