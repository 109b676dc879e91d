package io.hangtag.bot.cli;

import io.hangtag.core.importing.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Shows how far an import has come, not oftener than somebody wants to see it.
final class ImportProgress implements Progress, AutoCloseable {
  private static final int BAR_WIDTH = 30;
  private static final Duration BAR_EVERY = Duration.ofMillis(100);
  private static final Duration LINES_EVERY = Duration.ofSeconds(5);

  private final PrintStream err;
  private final ProgressStyle style;
  private final InstantSource clock;
  private final Supplier<OptionalDouble> share;
  private Instant shown;
  private int shownWidth;

  private ImportProgress(Environment environment, Supplier<OptionalDouble> share) {
    this.err = environment.err();
    this.style = environment.progress();
    this.clock = environment.clock();
    this.share = share;
    this.shown = clock.instant();
  }

  /// @param share of all that was read, 0 to 1; nothing if that cannot be told
  static ImportProgress of(Environment environment, Supplier<OptionalDouble> share) {
    return new ImportProgress(environment, share);
  }

  static ImportProgress of(Environment environment) {
    return of(environment, OptionalDouble::empty);
  }

  @Override
  public void read(int rows) {
    show(String.format(Locale.ROOT, "%,d read", rows));
  }

  @Override
  public void looked(int pictures) {
    show(String.format(Locale.ROOT, "%,d looked at", pictures));
  }

  private void show(String count) {
    Instant now = clock.instant();
    Duration pause =
        switch (style) {
          case BAR -> BAR_EVERY;
          case LINES -> LINES_EVERY;
        };
    if (now.isBefore(shown.plus(pause))) {
      return;
    }
    shown = now;
    switch (style) {
      case BAR -> redraw(bar() + count);
      case LINES -> err.println(count);
    }
    err.flush();
  }

  private String bar() {
    OptionalDouble known = share.get();
    if (known.isEmpty()) {
      return "";
    }
    int full = (int) (known.getAsDouble() * BAR_WIDTH);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  ",
        "#".repeat(full),
        " ".repeat(BAR_WIDTH - full),
        known.getAsDouble() * 100);
  }

  private void redraw(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, shownWidth - line.length())));
    shownWidth = line.length();
  }

  /// Leaves an empty line for what comes next.
  @Override
  public void close() {
    if (shownWidth > 0) {
      err.print("\r" + " ".repeat(shownWidth) + "\r");
      err.flush();
    }
  }
}
