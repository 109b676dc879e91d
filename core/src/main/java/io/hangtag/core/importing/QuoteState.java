package io.hangtag.core.importing;

/// Follows the quotes of a CSV row: is the text at the end of a line still inside of them?
///
/// A quote counts at the beginning of a value and within a value that began with one, as for the
/// parser; the inch sign in `17" screen` is just a character.
final class QuoteState {
  private final char separator;
  private boolean open;
  private boolean valueBegins = true;
  private boolean quotedValue;
  private boolean textBehindQuote;

  QuoteState(char separator) {
    this.separator = separator;
  }

  boolean open() {
    return open;
  }

  /// Whether a value went on behind its closing quote.
  boolean textBehindQuote() {
    return textBehindQuote;
  }

  void read(String line) {
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (open) {
        open = character != '"';
      } else if (character == separator) {
        valueBegins = true;
        quotedValue = false;
      } else {
        open = character == '"' && (valueBegins || quotedValue);
        textBehindQuote |= quotedValue && !open;
        quotedValue |= open;
        valueBegins = false;
      }
    }
  }
}
