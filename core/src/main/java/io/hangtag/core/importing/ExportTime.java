package io.hangtag.core.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the times of a file: ISO 8601, also with a blank instead of the T. One without an offset
/// is the team's time.
///
/// @param field what the file calls it
/// @param zone the team's
record ExportTime(String field, ZoneId zone) {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[Tt]|\\h+)(\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)"
              + "(?:\\h*([Zz]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?))?");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /// The time, to the microsecond.
  ///
  /// @throws BadRowException if it is none, or could be two
  Instant read(String value) {
    Matcher matcher = TIME.matcher(value.strip());
    if (!matcher.matches()) {
      throw noTime(value);
    }
    Instant time = instant(matcher, value).truncatedTo(ChronoUnit.MICROS);
    if (time.isBefore(EARLIEST)) {
      throw new BadRowException(
          "%s %s is before the year 2000.".formatted(field, ExportValues.shown(value)));
    }
    return time;
  }

  private Instant instant(Matcher matcher, String value) {
    try {
      LocalDateTime local =
          LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2).replace(',', '.'));
      String offset = matcher.group(3);
      return offset == null ? inZone(local, value) : local.toInstant(offset(offset));
    } catch (DateTimeException _) {
      throw noTime(value);
    }
  }

  private static ZoneOffset offset(String text) {
    return text.startsWith("+") || text.startsWith("-") ? ZoneOffset.of(text) : ZoneOffset.UTC;
  }

  private Instant inZone(LocalDateTime local, String value) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change == null) {
      return local.atZone(zone).toInstant();
    }
    String shown = ExportValues.shown(value);
    LocalTime before = change.getDateTimeBefore().toLocalTime();
    LocalTime after = change.getDateTimeAfter().toLocalTime();
    throw new BadRowException(
        change.isGap()
            ? "%s %s never was in %s, whose clocks went from %s to %s: say its offset, %s or %s."
                .formatted(
                    field,
                    shown,
                    zone,
                    CLOCK.format(before),
                    CLOCK.format(after),
                    change.getOffsetBefore(),
                    change.getOffsetAfter())
            : "%s %s was twice in %s, whose clocks went back from %s to %s: say its offset, %s for the first or %s for the second."
                .formatted(
                    field,
                    shown,
                    zone,
                    CLOCK.format(before),
                    CLOCK.format(after),
                    change.getOffsetBefore(),
                    change.getOffsetAfter()));
  }

  private BadRowException noTime(String value) {
    String shown = ExportValues.shown(value);
    if (value.isBlank()) {
      return new BadRowException(field + " is missing.");
    }
    return new BadRowException(
        DATE.matcher(value.strip()).matches()
            ? "%s %s has no time of day; write it as 2026-03-01T12:30.".formatted(field, shown)
            : "%s %s is no time; write it as 2026-03-01T12:30 or 2026-03-01T12:30:15+01:00."
                .formatted(field, shown));
  }
}
