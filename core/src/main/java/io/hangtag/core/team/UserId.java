package io.hangtag.core.team;

/// Hangtag's number of a person (not Telegram's).
public record UserId(long value) {
  public UserId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
