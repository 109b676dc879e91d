package io.hangtag.bot.cli;

/// A command that cannot be done; nothing of it was. The message is one sentence for people.
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  RefusedException(String code, String message) {
    super(message);
    this.code = code;
  }

  /// For programs: lower case words joined by underscores, listed in docs/cli.md.
  String code() {
    return code;
  }
}
