package io.hangtag.bot.telegram;

import io.hangtag.bot.chat.Message;
import io.hangtag.bot.chat.Message.ChatName;
import io.hangtag.bot.chat.Message.Sender;
import io.hangtag.core.media.MediaKind;
import io.hangtag.core.media.Sighting.TelegramFile;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.Person;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.Video;
import org.telegram.telegrambots.meta.api.objects.games.Animation;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/// Makes our own message of the library's.
final class MessageReader {
  /// "Group", the account that Telegram shows for administrators who stay anonymous.
  private static final long ANONYMOUS_ADMIN = 1087968824L;

  /// "Channel", the account that Telegram shows for people who write in a channel's name.
  private static final long CHANNEL_SPEAKER = 136817688L;

  private MessageReader() {}

  static Message read(org.telegram.telegrambots.meta.api.objects.message.Message message) {
    String text =
        Stream.of(message.getText(), message.getCaption())
            .filter(words -> words != null)
            .findFirst()
            .orElse("");
    return new Message(
        chat(message.getChat()),
        message.getMessageId(),
        thread(message),
        Instant.ofEpochSecond(message.getDate()),
        permalink(message),
        sender(message),
        text,
        hashtags(message),
        file(message),
        Optional.ofNullable(message.getMediaGroupId()),
        via(message),
        Optional.ofNullable(message.getReplyToMessage()).map(MessageReader::read));
  }

  private static Optional<Message.Via> via(
      org.telegram.telegrambots.meta.api.objects.message.Message message) {
    return Optional.ofNullable(message.getViaBot())
        .map(
            bot ->
                new Message.Via(
                    Optional.ofNullable(bot.getUserName()).orElse(""), firstButtonData(message)));
  }

  private static String firstButtonData(
      org.telegram.telegrambots.meta.api.objects.message.Message message) {
    return Optional.ofNullable(message.getReplyMarkup())
        .map(markup -> markup.getKeyboard())
        .flatMap(rows -> rows.stream().findFirst())
        .flatMap(row -> row.stream().findFirst())
        .map(button -> button.getCallbackData())
        .orElse("");
  }

  private static Optional<String> permalink(
      org.telegram.telegrambots.meta.api.objects.message.Message message) {
    return Optional.ofNullable(message.getChat().getUserName())
        .filter(_ -> !message.getChat().isUserChat())
        .map(name -> "https://t.me/%s/%d".formatted(name, message.getMessageId()));
  }

  static ChatName chat(org.telegram.telegrambots.meta.api.objects.chat.Chat chat) {
    return new ChatName(
        chat.getId(), Chat.Kind.of(chat.getType()), Optional.ofNullable(chat.getTitle()));
  }

  static Person person(User user) {
    String name =
        Stream.of(user.getFirstName(), user.getLastName())
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(" "));
    return new Person(user.getId(), name, user.getUserName(), user.getLanguageCode());
  }

  /// The forum topic; a thread of replies outside of forums is none.
  static long thread(org.telegram.telegrambots.meta.api.objects.message.Message message) {
    boolean inTopic = Boolean.TRUE.equals(message.getIsTopicMessage());
    return inTopic && message.getMessageThreadId() != null ? message.getMessageThreadId() : 0;
  }

  private static Sender sender(org.telegram.telegrambots.meta.api.objects.message.Message message) {
    User from = message.getFrom();
    if (from == null) {
      return new Sender.Nobody();
    }
    if (from.getId() == ANONYMOUS_ADMIN) {
      boolean speaksForGroup =
          message.getSenderChat() != null
              && message.getSenderChat().getId().equals(message.getChat().getId());
      return speaksForGroup ? new Sender.AnonymousAdmin() : new Sender.Nobody();
    }
    if (from.getId() == CHANNEL_SPEAKER) {
      return new Sender.AsChannel();
    }
    boolean forChannel = message.getSenderChat() != null;
    return from.getIsBot() || forChannel ? new Sender.Nobody() : new Sender.Known(person(from));
  }

  private static List<String> hashtags(
      org.telegram.telegrambots.meta.api.objects.message.Message message) {
    List<MessageEntity> entities =
        message.getText() != null ? message.getEntities() : message.getCaptionEntities();
    return entities == null
        ? List.of()
        : entities.stream()
            .filter(entity -> "hashtag".equals(entity.getType()))
            .map(entity -> words(message, entity).substring(1))
            .distinct()
            .toList();
  }

  private static String words(
      org.telegram.telegrambots.meta.api.objects.message.Message message, MessageEntity entity) {
    String text = message.getText() != null ? message.getText() : message.getCaption();
    return text.substring(entity.getOffset(), entity.getOffset() + entity.getLength());
  }

  private static Optional<TelegramFile> file(
      org.telegram.telegrambots.meta.api.objects.message.Message message) {
    if (message.getPhoto() != null && !message.getPhoto().isEmpty()) {
      return Optional.of(photo(message.getPhoto()));
    }
    if (message.getVideo() != null) {
      return Optional.of(video(message.getVideo()));
    }
    // Telegram gives an animation as a document too, for programs that do not know them.
    if (message.getAnimation() != null) {
      return Optional.of(animation(message.getAnimation()));
    }
    return Optional.ofNullable(message.getDocument()).flatMap(MessageReader::document);
  }

  /// Each size of a photo has an id of its own: the largest one's stands for the photo.
  private static TelegramFile photo(List<PhotoSize> sizes) {
    PhotoSize largest =
        sizes.stream()
            .max(Comparator.comparingInt(size -> size.getWidth() * size.getHeight()))
            .orElseThrow();
    return new TelegramFile(
        MediaKind.PHOTO,
        largest.getFileId(),
        largest.getFileUniqueId(),
        null,
        "image/jpeg",
        size(largest.getFileSize()));
  }

  private static TelegramFile video(Video video) {
    return new TelegramFile(
        MediaKind.VIDEO,
        video.getFileId(),
        video.getFileUniqueId(),
        video.getFileName(),
        video.getMimeType(),
        size(video.getFileSize()));
  }

  private static TelegramFile animation(Animation animation) {
    return new TelegramFile(
        MediaKind.ANIMATION,
        animation.getFileId(),
        animation.getFileUniqueId(),
        animation.getFileName(),
        animation.getMimeType(),
        size(animation.getFileSize()));
  }

  private static Optional<TelegramFile> document(Document document) {
    String mime = document.getMimeType();
    if (mime == null || !(mime.startsWith("image/") || mime.startsWith("video/"))) {
      return Optional.empty();
    }
    return Optional.of(
        new TelegramFile(
            MediaKind.DOCUMENT,
            document.getFileId(),
            document.getFileUniqueId(),
            document.getFileName(),
            mime,
            size(document.getFileSize())));
  }

  private static @Nullable Long size(@Nullable Number bytes) {
    return bytes == null ? null : bytes.longValue();
  }
}
