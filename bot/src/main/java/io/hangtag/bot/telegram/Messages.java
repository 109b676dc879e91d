package io.hangtag.bot.telegram;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.Outgoing;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/// Sends messages and edits them, with pictures and buttons. Safe for use by many threads.
final class Messages {
  private static final Logger log = LoggerFactory.getLogger(Messages.class);
  private static final String PICTURE_NAME = "chart.png";

  private final TelegramClient client;

  Messages(TelegramClient client) {
    this.client = client;
  }

  /// Sends it or edits one.
  SendResult send(long telegramChatId, Outgoing message) {
    try {
      return give(telegramChatId, message, "HTML");
    } catch (TelegramApiRequestException e) {
      if (message.edits() != null && message.replyTo() != null && SendErrors.isGone(e)) {
        return sendAnew(telegramChatId, message, message.edits());
      }
      if (!SendErrors.told(e).toLowerCase(Locale.ROOT).contains("can't parse entities")) {
        return refused(e, message);
      }
      log.error("A message was no HTML to Telegram and goes out plain: {}", SendErrors.told(e));
      return sendPlain(telegramChatId, message);
    } catch (TelegramApiException e) {
      return SendErrors.read(e);
    }
  }

  /// What is edited and says so already stays the message that it is.
  private static SendResult refused(TelegramApiRequestException error, Outgoing message) {
    SendResult result = SendErrors.read(error);
    return result instanceof SendResult.Unneeded() && message.edits() != null
        ? new SendResult.Sent(message.edits())
        : result;
  }

  /// Words for a message that is not there any more, or that shows a picture they do not belong to:
  /// that goes.
  private SendResult sendAnew(long telegramChatId, Outgoing message, long before) {
    SendResult sent =
        send(
            telegramChatId,
            new Outgoing(
                    message.html(), message.buttons(), message.threadId(), message.replyTo(), null)
                .below(message.picture()));
    if (sent instanceof SendResult.Sent) {
      delete(telegramChatId, before);
    }
    return sent;
  }

  /// Best effort: it may be gone, or too old for that.
  private void delete(long telegramChatId, long messageId) {
    try {
      Boolean _ =
          client.execute(
              DeleteMessage.builder()
                  .chatId(telegramChatId)
                  .messageId(Math.toIntExact(messageId))
                  .build());
    } catch (TelegramApiException e) {
      log.debug("A message was not deleted: {}", SendErrors.read(e));
    }
  }

  private SendResult sendPlain(long telegramChatId, Outgoing message) {
    String text = message.html().replaceAll("</?[a-z][^>]*>", "");
    Outgoing plain =
        new Outgoing(
                text, message.buttons(), message.threadId(), message.replyTo(), message.edits())
            .below(message.picture());
    try {
      return give(telegramChatId, plain, null);
    } catch (TelegramApiException e) {
      return SendErrors.read(e);
    }
  }

  private SendResult give(long telegramChatId, Outgoing message, @Nullable String parseMode)
      throws TelegramApiException {
    if (message.picture() != null) {
      InputStream png = new ByteArrayInputStream(Base64.getDecoder().decode(message.picture()));
      return message.edits() == null
          ? sendPicture(telegramChatId, message, png, parseMode)
          : editPicture(telegramChatId, message, png, parseMode);
    }
    if (message.edits() != null) {
      return editWords(telegramChatId, message, message.edits(), parseMode);
    }
    Message sent =
        client.execute(
            SendMessage.builder()
                .chatId(telegramChatId)
                .messageThreadId(
                    message.threadId() == 0 ? null : Math.toIntExact(message.threadId()))
                .text(message.html())
                .parseMode(parseMode)
                .linkPreviewOptions(noPreview())
                .replyParameters(replyTo(message.replyTo()))
                .replyMarkup(message.buttons().isEmpty() ? null : keyboard(message.buttons()))
                .build());
    return new SendResult.Sent(sent.getMessageId());
  }

  /// A picture's words are its caption, which the same call does not change.
  private SendResult editWords(
      long telegramChatId, Outgoing message, long edited, @Nullable String parseMode)
      throws TelegramApiException {
    try {
      Serializable _ =
          client.execute(
              EditMessageText.builder()
                  .chatId(telegramChatId)
                  .messageId(Math.toIntExact(edited))
                  .text(message.html())
                  .parseMode(parseMode)
                  .linkPreviewOptions(noPreview())
                  .replyMarkup(keyboard(message.buttons()))
                  .build());
    } catch (TelegramApiRequestException e) {
      if (message.replyTo() != null || !SendErrors.isPicture(e)) {
        throw e;
      }
      Serializable _ =
          client.execute(
              EditMessageCaption.builder()
                  .chatId(telegramChatId)
                  .messageId(Math.toIntExact(edited))
                  .caption(message.html())
                  .parseMode(parseMode)
                  .replyMarkup(keyboard(message.buttons()))
                  .build());
    }
    return new SendResult.Sent(edited);
  }

  /// Puts a picture in the place of another one, or of words.
  private SendResult editPicture(
      long telegramChatId, Outgoing message, InputStream png, @Nullable String parseMode)
      throws TelegramApiException {
    long edited = Objects.requireNonNull(message.edits());
    Serializable _ =
        client.execute(
            EditMessageMedia.builder()
                .chatId(telegramChatId)
                .messageId(Math.toIntExact(edited))
                .media(
                    InputMediaPhoto.builder()
                        .media(png, PICTURE_NAME)
                        .caption(message.html())
                        .parseMode(parseMode)
                        .build())
                .replyMarkup(keyboard(message.buttons()))
                .build());
    return new SendResult.Sent(edited);
  }

  private SendResult sendPicture(
      long telegramChatId, Outgoing message, InputStream png, @Nullable String parseMode)
      throws TelegramApiException {
    Message sent =
        client.execute(
            SendPhoto.builder()
                .chatId(telegramChatId)
                .messageThreadId(
                    message.threadId() == 0 ? null : Math.toIntExact(message.threadId()))
                .photo(new InputFile(png, PICTURE_NAME))
                .caption(message.html())
                .parseMode(parseMode)
                .replyParameters(replyTo(message.replyTo()))
                .replyMarkup(message.buttons().isEmpty() ? null : keyboard(message.buttons()))
                .build());
    return new SendResult.Sent(sent.getMessageId());
  }

  static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }

  private static @Nullable ReplyParameters replyTo(@Nullable Long messageId) {
    return messageId == null
        ? null
        : ReplyParameters.builder()
            .messageId(Math.toIntExact(messageId))
            .allowSendingWithoutReply(true)
            .build();
  }

  static InlineKeyboardMarkup keyboard(List<List<Button>> buttons) {
    return new InlineKeyboardMarkup(
        buttons.stream()
            .map(row -> new InlineKeyboardRow(row.stream().map(Messages::button).toList()))
            .toList());
  }

  private static InlineKeyboardButton button(Button button) {
    return button.inlineText() == null
        ? InlineKeyboardButton.builder().text(button.label()).callbackData(button.data()).build()
        : InlineKeyboardButton.builder()
            .text(button.label())
            .switchInlineQueryCurrentChat(button.inlineText())
            .build();
  }
}
