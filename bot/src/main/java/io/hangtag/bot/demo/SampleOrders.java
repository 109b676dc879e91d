package io.hangtag.bot.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;

/// The sample shop's orders of some weeks, which are moved in time.
final class SampleOrders {
  private static final LocalDate LAST_DAY = LocalDate.of(2011, 12, 9);
  private static final Pattern DAY = Pattern.compile("2011-\\d{2}-\\d{2}(?= )");

  private SampleOrders() {}

  /// The orders as a shop exports them, the last of them on this day.
  static InputStream until(LocalDate day) throws IOException {
    long days = ChronoUnit.DAYS.between(LAST_DAY, day);
    try (InputStream file = SampleOrders.class.getResourceAsStream("orders_export.csv")) {
      byte[] written = Objects.requireNonNull(file).readAllBytes();
      String moved =
          DAY.matcher(new String(written, StandardCharsets.UTF_8))
              .replaceAll(found -> LocalDate.parse(found.group()).plusDays(days).toString());
      return new ByteArrayInputStream(moved.getBytes(StandardCharsets.UTF_8));
    }
  }
}
