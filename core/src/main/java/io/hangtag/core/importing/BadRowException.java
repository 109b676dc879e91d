package io.hangtag.core.importing;

/// A row (or object) that is left out; the message is the sentence for its report. Never leaves
/// this package.
final class BadRowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadRowException(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
