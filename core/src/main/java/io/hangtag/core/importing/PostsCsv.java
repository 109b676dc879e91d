package io.hangtag.core.importing;

import io.hangtag.core.posting.Channel;
import io.hangtag.core.posting.Engagement;
import io.hangtag.core.posting.PostStatus;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a list of posts in CSV, one a row.
final class PostsCsv {
  private static final int MAX_MEDIA = 100;
  // Clocks differ, a day is no clock's error.
  private static final Duration TOLERANCE = Duration.ofDays(1);
  // Tables that had gaps once write whole numbers as 120.0.
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}([.]0)?");
  private static final Pattern GROUPED_COUNT = Pattern.compile("[0-9]{1,3}(,[0-9]{3}){1,4}");
  private static final Pattern ROUNDED = Pattern.compile("[0-9]([.,][0-9]+)?[eE][+][0-9]+");

  private final CsvRows rows;
  private final Map<PostColumn, Integer> places = new EnumMap<>(PostColumn.class);
  private final ExportTime times;
  private final Instant latest;
  private final ImportTally tally;

  /// Reads the header.
  ///
  /// @throws RefusedFileException if the file is no list of posts
  PostsCsv(ExportText text, ExportTime times, Instant now, ImportTally tally) throws IOException {
    this.rows = new CsvRows(text);
    this.times = times;
    this.latest = now.plus(TOLERANCE);
    this.tally = tally;
    List<String> names = rows.header().stream().map(PostsCsv::columnName).toList();
    for (PostColumn column : PostColumn.values()) {
      int place = names.indexOf(column.title());
      if (place >= 0) {
        places.put(column, place);
      }
    }
    refuseOtherFiles();
  }

  private static String columnName(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  private void refuseOtherFiles() {
    String missing =
        PostColumn.REQUIRED.stream()
            .filter(column -> !places.containsKey(column))
            .map(column -> "'" + column.title() + "'")
            .collect(Collectors.joining(" and "));
    if (!missing.isEmpty()) {
      throw new RefusedFileException(
          "The file is no list of posts: it has no column " + missing + ".");
    }
  }

  /// Gives every good row to `posts`.
  void read(Consumer<ExportedPost> posts) throws IOException {
    for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      tally.read();
      switch (row.get()) {
        case CsvRow.Broken(long line, String reason) -> tally.reject(line, reason);
        case CsvRow.Values values -> take(values, posts);
      }
    }
  }

  private void take(CsvRow.Values row, Consumer<ExportedPost> posts) {
    try {
      posts.accept(post(row));
    } catch (BadRowException e) {
      tally.reject(row.line(), e.reason());
    }
  }

  private ExportedPost post(CsvRow.Values row) {
    Instant postedAt = times.read(value(row, PostColumn.POSTED_AT));
    PostStatus status = code(row, PostColumn.STATUS, PostStatus.values(), PostStatus::code);
    if (postedAt.isAfter(latest) && (status == null || status == PostStatus.POSTED)) {
      throw new BadRowException(
          "posted_at %s has not come yet: what is only planned has the status scheduled."
              .formatted(ExportValues.shown(value(row, PostColumn.POSTED_AT))));
    }
    Channel channel = code(row, PostColumn.CHANNEL, Channel.values(), Channel::code);
    return new ExportedPost(
        row.line(),
        media(row),
        postedAt,
        channel == null ? Channel.OTHER : channel,
        status,
        externalId(row),
        permalink(row),
        engagement(row));
  }

  private List<String> media(CsvRow.Values row) {
    List<String> names =
        Arrays.stream(value(row, PostColumn.MEDIA).split("\\|", -1))
            .map(name -> ExportValues.text("media", name, ExportValues.MAX_URL))
            .filter(name -> !name.isEmpty())
            .map(PostsCsv::path)
            .distinct()
            .toList();
    if (names.isEmpty()) {
      throw new BadRowException("media is missing.");
    }
    if (names.size() > MAX_MEDIA) {
      throw new BadRowException(
          "media names %d items; at most %d are possible.".formatted(names.size(), MAX_MEDIA));
    }
    return names;
  }

  /// As paths of imported folders are written.
  private static String path(String name) {
    String path = Normalizer.normalize(name, Normalizer.Form.NFC).replace('\\', '/');
    return path.startsWith("./") ? path.substring(2) : path;
  }

  private <E> @Nullable E code(
      CsvRow.Values row, PostColumn column, E[] values, Function<E, String> codeOf) {
    String code = value(row, column).toLowerCase(Locale.ROOT).replaceAll("[\\h-]+", "_");
    if (code.isEmpty()) {
      return null;
    }
    return Arrays.stream(values)
        .filter(value -> codeOf.apply(value).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new BadRowException(
                    "%s %s is unknown: it must be one of %s."
                        .formatted(
                            column.title(),
                            ExportValues.shown(value(row, column)),
                            Arrays.stream(values).map(codeOf).collect(Collectors.joining(", ")))));
  }

  private @Nullable String externalId(CsvRow.Values row) {
    String id = ExportValues.code("external_id", value(row, PostColumn.EXTERNAL_ID));
    if (ROUNDED.matcher(id).matches()) {
      throw new BadRowException(
          "external_id %s was rounded by a spreadsheet: keep that column as text."
              .formatted(ExportValues.shown(id)));
    }
    return id.isEmpty() ? null : id;
  }

  private @Nullable String permalink(CsvRow.Values row) {
    String url =
        ExportValues.text("permalink", value(row, PostColumn.PERMALINK), ExportValues.MAX_URL);
    if (!url.isEmpty() && !url.matches("(?i)https?://\\S+")) {
      throw new BadRowException(
          "permalink %s is no http(s) address.".formatted(ExportValues.shown(url)));
    }
    return url.isEmpty() ? null : url;
  }

  private Engagement engagement(CsvRow.Values row) {
    return new Engagement(
        count(row, PostColumn.IMPRESSIONS),
        count(row, PostColumn.REACH),
        count(row, PostColumn.VIEWS),
        count(row, PostColumn.LIKES),
        count(row, PostColumn.COMMENTS),
        count(row, PostColumn.SHARES),
        count(row, PostColumn.SAVES));
  }

  private @Nullable Long count(CsvRow.Values row, PostColumn column) {
    String value = value(row, column);
    if (value.isEmpty()) {
      return null;
    }
    if (COUNT.matcher(value).matches()) {
      return Long.valueOf(value.endsWith(".0") ? value.substring(0, value.length() - 2) : value);
    }
    if (GROUPED_COUNT.matcher(value).matches()) {
      return Long.valueOf(value.replace(",", ""));
    }
    throw new BadRowException(
        "%s %s is no whole number from 0.".formatted(column.title(), ExportValues.shown(value)));
  }

  /// The value; blank if the file does not have the column or the row ends before it.
  private String value(CsvRow.Values row, PostColumn column) {
    Integer place = places.get(column);
    return place == null || place >= row.values().size() ? "" : row.values().get(place).strip();
  }
}
