package io.hangtag.bot.telegram;

/// Text that must not be seen: it prints as `***`.
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
