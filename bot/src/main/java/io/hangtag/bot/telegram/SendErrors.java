package io.hangtag.bot.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// What Telegram's refusals mean for a message.
final class SendErrors {
  private static final Duration SERVER_TROUBLE = Duration.ofSeconds(5);

  /// Of 400: the chat exists no more, or not for us.
  private static final List<String> CLOSED =
      List.of("chat not found", "have no rights to send", "not enough rights", "topic_closed");

  /// Of 400: a picture, whose words are a caption.
  private static final String PICTURE = "no text in the message to edit";

  /// Of 400: the message to edit is not there.
  private static final List<String> GONE =
      List.of(
          "message to edit not found", "message can't be edited", "message_id_invalid", PICTURE);

  private SendErrors() {}

  static SendResult read(TelegramApiException error) {
    return error instanceof TelegramApiRequestException refused
        ? refused(refused)
        : unanswered(error);
  }

  private static SendResult refused(TelegramApiRequestException error) {
    int code = Optional.ofNullable(error.getErrorCode()).orElse(0);
    String told = told(error);
    return switch (code) {
      case 429 -> new SendResult.Later(retryAfter(error), told);
      case 403 -> new SendResult.ChatClosed(told);
      case 400 -> badRequest(error, told);
      // The library gives 0 for answers that are no JSON: a proxy's error page.
      case 0, 500, 502, 503, 504 -> new SendResult.Later(SERVER_TROUBLE, code + " " + told);
      default -> new SendResult.Refused(code + " " + told);
    };
  }

  private static SendResult badRequest(TelegramApiRequestException error, String told) {
    String lower = told.toLowerCase(Locale.ROOT);
    if (lower.contains("message is not modified")) {
      return new SendResult.Unneeded();
    }
    return upgradedTo(error)
        .<SendResult>map(chat -> new SendResult.Upgraded(chat, told))
        .orElseGet(
            () ->
                CLOSED.stream().anyMatch(lower::contains)
                    ? new SendResult.ChatClosed(told)
                    : new SendResult.Refused(told));
  }

  /// Whether a message could not be edited because it is there no more, or too old for that.
  static boolean isGone(TelegramApiRequestException error) {
    String lower = told(error).toLowerCase(Locale.ROOT);
    return GONE.stream().anyMatch(lower::contains);
  }

  /// Whether the message to edit shows a picture.
  static boolean isPicture(TelegramApiRequestException error) {
    return told(error).toLowerCase(Locale.ROOT).contains(PICTURE);
  }

  /// The supergroup that a basic group has become.
  static Optional<Long> upgradedTo(TelegramApiRequestException error) {
    return Optional.ofNullable(error.getParameters())
        .flatMap(parameters -> Optional.ofNullable(parameters.getMigrateToChatId()));
  }

  static String told(TelegramApiRequestException error) {
    return Optional.ofNullable(error.getApiResponse()).orElse("no reason given");
  }

  private static Duration retryAfter(TelegramApiRequestException error) {
    return Optional.ofNullable(error.getParameters())
        .map(parameters -> parameters.getRetryAfter())
        .map(Duration::ofSeconds)
        .orElse(SERVER_TROUBLE);
  }

  /// The exception's own words may hold the address, which contains the token.
  private static SendResult unanswered(TelegramApiException error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException) {
        return new SendResult.Later(SERVER_TROUBLE, cause.getClass().getSimpleName());
      }
      if (cause instanceof IOException) {
        return new SendResult.Uncertain(cause.getClass().getSimpleName());
      }
    }
    return new SendResult.Refused(error.getClass().getSimpleName());
  }
}
