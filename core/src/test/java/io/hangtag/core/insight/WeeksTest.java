package io.hangtag.core.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WeeksTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void counts_whole_weeks_back_from_the_last_day() {
    Weeks weeks = Weeks.of(ZoneOffset.UTC, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 20));

    assertThat(weeks.count()).isEqualTo(2);
    assertThat(weeks.cellOf(Instant.parse("2026-01-06T00:00:00Z"))).isZero();
    assertThat(weeks.cellOf(Instant.parse("2026-01-05T23:59:59Z"))).isEqualTo(-1);
    assertThat(weeks.contains(weeks.cellOf(Instant.parse("2026-01-20T00:00:00Z")))).isFalse();
    assertThat(weeks.weekdayOf(0)).isEqualTo(DayOfWeek.TUESDAY);
    assertThat(weeks.weekdayOf(-1)).isEqualTo(DayOfWeek.MONDAY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 8, 26, 27, 52})
  void puts_each_week_into_one_block_of_about_four(int count) {
    Weeks weeks =
        Weeks.of(
            ZoneOffset.UTC, LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 5).plusWeeks(count));

    assertThat(IntStream.range(0, weeks.blocks()).map(weeks::weeksIn).sum()).isEqualTo(count);
    assertThat(IntStream.range(0, weeks.blocks()).map(weeks::weeksIn))
        .allMatch(size -> size <= 5 && (size >= 3 || count < 6));
    assertThat(IntStream.range(0, count))
        .allSatisfy(
            week ->
                assertThat(week)
                    .isBetween(
                        weeks.firstWeek(weeks.blockOf(week)),
                        weeks.firstWeek(weeks.blockOf(week) + 1) - 1));
  }

  @Test
  void keeps_hours_of_the_wall_clock_where_clocks_are_changed() {
    Weeks spring = Weeks.of(BERLIN, LocalDate.of(2026, 3, 23), LocalDate.of(2026, 4, 6));
    int sundayAtTwo = 6 * 24 + 2;

    assertThat(spring.hoursIn(sundayAtTwo)).isZero();
    assertThat(spring.hoursIn(sundayAtTwo - 1)).isEqualTo(1);
    assertThat(spring.cellOf(Instant.parse("2026-03-29T00:59:00Z"))).isEqualTo(sundayAtTwo - 1);
    assertThat(spring.cellOf(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo(sundayAtTwo + 1);

    Weeks autumn = Weeks.of(BERLIN, LocalDate.of(2026, 10, 19), LocalDate.of(2026, 11, 2));

    assertThat(autumn.hoursIn(sundayAtTwo)).isEqualTo(2);
    assertThat(autumn.cellOf(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo(sundayAtTwo);
    assertThat(autumn.cellOf(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo(sundayAtTwo);
  }

  @Test
  void begins_hours_with_the_local_ones_where_the_zone_is_off_by_half_an_hour() {
    Weeks weeks =
        Weeks.of(ZoneId.of("Asia/Kolkata"), LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 12));

    assertThat(weeks.cellOf(Instant.parse("2026-01-04T18:30:00Z"))).isZero();
    assertThat(weeks.cellOf(Instant.parse("2026-01-04T19:29:59Z"))).isZero();
    assertThat(weeks.nearestCell(Instant.parse("2026-01-04T19:00:00Z"))).isEqualTo(1);
  }

  @Test
  void has_no_weeks_in_less_than_seven_days() {
    Weeks weeks = Weeks.of(BERLIN, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 7));

    assertThat(weeks.count()).isZero();
    assertThat(weeks.cells()).isZero();
  }
}
