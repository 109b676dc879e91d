package io.hangtag.bot.telegram;

/// Telegram did not answer, or not as it should. The message holds no token.
public final class TelegramUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TelegramUnavailableException(String message) {
    super(message);
  }
}
