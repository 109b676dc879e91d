package io.hangtag.bot.cli;

/// How long work shows that it goes on.
public enum ProgressStyle {
  /// One line that changes, on a terminal.
  BAR,
  /// A line now and then, in a log.
  LINES;

  /// As the launcher found the error stream: a bar on a terminal.
  public static ProgressStyle ofThisProcess() {
    return "bar".equals(System.getProperty("hangtag.progress")) ? BAR : LINES;
  }
}
