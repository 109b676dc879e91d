package io.hangtag.bot.chat.posted;

import io.hangtag.core.posting.Channel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody says behind `/posted`.
sealed interface PostedWords {
  /// What was posted so far?
  record Listing() implements PostedWords {}

  /// It was posted.
  ///
  /// @param channel empty: not said
  record Posting(Optional<Channel> channel, Instant at) implements PostedWords {}

  /// There is no such channel.
  record UnknownChannel(String words) implements PostedWords {}

  /// That is no time.
  record UnknownTime(String words) implements PostedWords {}

  /// Understands `list`, and `[channel] [time]` in this order.
  ///
  /// @param zone of times without an offset
  static PostedWords read(String words, ZoneId zone, Instant now) {
    List<String> said = words.isBlank() ? List.of() : List.of(words.strip().split("\\s+"));
    if (words.strip().equalsIgnoreCase("list")) {
      return new Listing();
    }
    int length = Syntax.channelLength(said);
    String rest = String.join(" ", said.subList(length, said.size()));
    Optional<Channel> channel =
        length == 0 ? Optional.empty() : Syntax.channel(said.subList(0, length));
    Optional<Instant> time = Syntax.time(rest, zone, now);
    if (time.isPresent()) {
      return new Posting(channel, time.get());
    }
    return channel.isPresent() || Syntax.beginsLikeTime(rest)
        ? new UnknownTime(rest)
        : new UnknownChannel(rest);
  }

  /// How channels and times are written.
  final class Syntax {
    private static final int MOST_WORDS = 2;
    private static final Map<String, Channel> SHORT_NAMES =
        Map.ofEntries(
            Map.entry("instagram", Channel.INSTAGRAM_FEED),
            Map.entry("ig", Channel.INSTAGRAM_FEED),
            Map.entry("feed", Channel.INSTAGRAM_FEED),
            Map.entry("story", Channel.INSTAGRAM_STORY),
            Map.entry("ig_story", Channel.INSTAGRAM_STORY),
            Map.entry("reel", Channel.INSTAGRAM_REEL),
            Map.entry("ig_reel", Channel.INSTAGRAM_REEL),
            Map.entry("telegram", Channel.TELEGRAM_CHANNEL),
            Map.entry("twitter", Channel.X));
    private static final Pattern TIME =
        Pattern.compile(
            "(?:(?<day>today|yesterday|\\d{4}-\\d{2}-\\d{2})(?:\\s*,\\s*|\\s+at\\s+|\\s+|t))?"
                + "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.]\\d{1,9})?)?"
                + "\\s*(?<offset>z|[+-]\\d{2}:?\\d{2})?",
            Pattern.CASE_INSENSITIVE);

    private Syntax() {}

    private static int channelLength(List<String> said) {
      for (int length = Math.min(MOST_WORDS, said.size()); length > 0; length--) {
        if (channel(said.subList(0, length)).isPresent()) {
          return length;
        }
      }
      return 0;
    }

    private static Optional<Channel> channel(List<String> words) {
      String name = String.join("_", words).toLowerCase(Locale.ROOT).replace('-', '_');
      return Arrays.stream(Channel.values())
          .filter(channel -> channel.code().equals(name))
          .findFirst()
          .or(() -> Optional.ofNullable(SHORT_NAMES.get(name)));
    }

    private static boolean beginsLikeTime(String words) {
      String start = words.toLowerCase(Locale.ROOT);
      return start.matches("(?s)(\\d|now\\b|today\\b|yesterday\\b).*");
    }

    private static Optional<Instant> time(String words, ZoneId zone, Instant now) {
      if (words.isEmpty() || words.equalsIgnoreCase("now")) {
        return Optional.of(now);
      }
      Matcher matcher = TIME.matcher(words);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      try {
        String offset = matcher.group("offset");
        ZoneId in = offset == null ? zone : ZoneOffset.of(offset.toUpperCase(Locale.ROOT));
        return Optional.of(
            day(matcher.group("day"), in, now).atTime(clock(matcher)).atZone(in).toInstant());
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }

    private static LocalDate day(String day, ZoneId zone, Instant now) {
      LocalDate today = LocalDate.ofInstant(now, zone);
      return switch (day == null ? "today" : day.toLowerCase(Locale.ROOT)) {
        case "today" -> today;
        case "yesterday" -> today.minusDays(1);
        default -> LocalDate.parse(day);
      };
    }

    private static LocalTime clock(Matcher matcher) {
      String second = matcher.group("second");
      return LocalTime.of(
          Integer.parseInt(matcher.group("hour")),
          Integer.parseInt(matcher.group("minute")),
          second == null ? 0 : Integer.parseInt(second));
    }
  }
}
