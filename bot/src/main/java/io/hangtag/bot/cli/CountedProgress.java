package io.hangtag.bot.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// Shows how many of a known number are done, not oftener than somebody wants to see it.
final class CountedProgress implements AutoCloseable {
  private static final int BAR_WIDTH = 30;
  private static final Duration BAR_EVERY = Duration.ofMillis(100);
  private static final Duration LINES_EVERY = Duration.ofSeconds(5);

  private final PrintStream err;
  private final ProgressStyle style;
  private final InstantSource clock;
  private final String what;
  private Instant shown;
  private int shownWidth;

  CountedProgress(Environment environment, String what) {
    this.err = environment.err();
    this.style = environment.progress();
    this.clock = environment.clock();
    this.what = what;
    this.shown = clock.instant();
  }

  void done(int count, int of) {
    Duration pause =
        switch (style) {
          case BAR -> BAR_EVERY;
          case LINES -> LINES_EVERY;
        };
    Instant now = clock.instant();
    if (now.isBefore(shown.plus(pause))) {
      return;
    }
    shown = now;
    String line = String.format(Locale.ROOT, "%,d of %,d %s", count, of, what);
    switch (style) {
      case BAR -> redraw(bar(count, of) + line);
      case LINES -> err.println(line);
    }
    err.flush();
  }

  private static String bar(int count, int of) {
    int full = of == 0 ? BAR_WIDTH : (int) ((long) count * BAR_WIDTH / of);
    return "[%s%s] ".formatted("#".repeat(full), " ".repeat(BAR_WIDTH - full));
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
