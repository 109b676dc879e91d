package io.hangtag.core.team;

/// Hangtag's number of a chat; it stays when Telegram's changes.
public record ChatId(long value) {
  public ChatId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
