package io.hangtag.bot.telegram;

/// Telegram does not know the token: it is wrong, or was revoked.
public final class UnknownTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownTokenException() {
    super("Telegram does not know this token: check HANGTAG_TELEGRAM_TOKEN");
  }
}
