package io.hangtag.bot.demo;

/// The bot said something it should not have.
final class WrongReplyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongReplyException(String message) {
    super(message);
  }
}
