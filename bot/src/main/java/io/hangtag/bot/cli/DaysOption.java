package io.hangtag.bot.cli;

import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.team.Workspace;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// The days that a command is about, in the team's time zone.
final class DaysOption {
  @Option(
      names = "--days",
      required = true,
      paramLabel = "N",
      converter = ArgumentTypes.Days.class,
      description = "The last so many days, today included.")
  private @Nullable Integer days;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private @Nullable Between between;

  /// @throws RefusedException if the range ends before it begins
  DayRange chosen(Workspace workspace, InstantSource clock) {
    LocalDate today = clock.instant().atZone(workspace.timezone()).toLocalDate();
    if (days != null) {
      return DayRange.last(days, today);
    }
    if (between == null) {
      throw new IllegalStateException("One of the options must be given");
    }
    return between.range(today);
  }

  /// The days that are meant; without any option empty.
  static Optional<DayRange> range(
      @Nullable DaysOption option, Workspace workspace, InstantSource clock) {
    return Optional.ofNullable(option).map(it -> it.chosen(workspace, clock));
  }

  /// From one day to another.
  static final class Between {
    @Option(
        names = "--from",
        required = true,
        paramLabel = "D",
        description = "The first day, for example 2026-11-01.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "The last day; without it today.")
    private @Nullable LocalDate to;

    DayRange range(LocalDate today) {
      LocalDate last = to == null ? today : to;
      if (last.isBefore(from)) {
        throw new RefusedException(
            "bad_range", "--from %s is after --to %s.".formatted(from, last));
      }
      return new DayRange(from, last);
    }
  }
}
