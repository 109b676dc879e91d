package io.hangtag.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.bot.chat.Incoming;
import io.hangtag.bot.chat.Incoming.Presence;
import io.hangtag.bot.chat.Message.ChatName;
import io.hangtag.bot.chat.inline.InlineQuestion;
import io.hangtag.core.team.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// Understands an update's JSON.
public final class UpdateReader {
  /// The kinds of update that are understood here; Telegram is asked for these only.
  static final List<String> KINDS =
      List.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "callback_query",
          "inline_query",
          "my_chat_member",
          "chat_member");

  private static final Set<String> PRESENT = Set.of("creator", "administrator", "member");

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private UpdateReader() {}

  /// What happened, in order; nothing if it does not concern us.
  ///
  /// @throws IllegalArgumentException if it is no update the library can read
  public static List<Incoming> read(String json) {
    Update update;
    try {
      update = JSON.readValue(json, Update.class);
    } catch (JsonProcessingException e) {
      // Without the cause: its message quotes what people wrote.
      throw new IllegalArgumentException(
          "Not a readable update: " + e.getClass().getSimpleName() + " at " + e.getLocation());
    }
    if (update.getMessage() != null) {
      return message(update.getMessage());
    }
    if (update.getEditedMessage() != null) {
      return List.of(edited(update.getEditedMessage()));
    }
    if (update.getChannelPost() != null) {
      return message(update.getChannelPost());
    }
    if (update.getEditedChannelPost() != null) {
      return List.of(edited(update.getEditedChannelPost()));
    }
    if (update.getCallbackQuery() != null) {
      return press(update.getCallbackQuery()).<List<Incoming>>map(List::of).orElse(List.of());
    }
    if (update.getMyChatMember() != null && moved(update.getMyChatMember())) {
      ChatMemberUpdated moved = update.getMyChatMember();
      return List.of(
          new Incoming.BotMoved(
              MessageReader.chat(moved.getChat()),
              MessageReader.person(moved.getFrom()),
              presence(moved.getNewChatMember())));
    }
    if (update.getChatMember() != null && moved(update.getChatMember())) {
      ChatMemberUpdated moved = update.getChatMember();
      return List.of(
          new Incoming.MemberMoved(
              MessageReader.chat(moved.getChat()),
              MessageReader.person(moved.getNewChatMember().getUser()),
              presence(moved.getNewChatMember())));
    }
    return List.of();
  }

  /// Not so where somebody only got other rights. A status the library does not know is null.
  private static boolean moved(ChatMemberUpdated change) {
    return change.getNewChatMember() != null
        && (change.getOldChatMember() == null
            || presence(change.getOldChatMember()) != presence(change.getNewChatMember()));
  }

  private static List<Incoming> message(Message message) {
    ChatName chat = MessageReader.chat(message.getChat());
    List<Incoming> happened = new ArrayList<>();
    if (message.getLeftChatMember() != null) {
      happened.add(moved(chat, message.getLeftChatMember(), Presence.OUT));
    } else if (message.getNewChatMembers() != null && !message.getNewChatMembers().isEmpty()) {
      message.getNewChatMembers().stream()
          .filter(user -> !user.getIsBot())
          .forEach(user -> happened.add(moved(chat, user, Presence.IN)));
    } else if (message.getMigrateToChatId() != null) {
      happened.add(new Incoming.Upgraded(chat.telegramId(), message.getMigrateToChatId()));
    } else if (message.getMigrateFromChatId() != null) {
      happened.add(new Incoming.Upgraded(message.getMigrateFromChatId(), chat.telegramId()));
    } else {
      happened.add(new Incoming.Posted(MessageReader.read(message)));
    }
    return happened;
  }

  private static Incoming edited(Message message) {
    long sent = message.getDate();
    long edited = Optional.ofNullable(message.getEditDate()).orElse(message.getDate());
    return new Incoming.Edited(MessageReader.read(message), Duration.ofSeconds(edited - sent));
  }

  private static Incoming moved(ChatName chat, User user, Presence presence) {
    Person person = MessageReader.person(user);
    return new Incoming.MemberMoved(chat, person, presence);
  }

  /// The inline question that an update brings; nothing if it brings none.
  static Optional<InlineQuestion> inlineQuestion(JsonNode update) {
    try {
      return Optional.ofNullable(JSON.treeToValue(update, Update.class).getInlineQuery())
          .map(
              asked ->
                  new InlineQuestion(
                      asked.getId(),
                      MessageReader.person(asked.getFrom()),
                      asked.getQuery(),
                      Optional.ofNullable(asked.getOffset()).orElse("")));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Incoming> press(CallbackQuery press) {
    if (press.getInlineMessageId() != null) {
      return Optional.of(
          new Incoming.PressedInline(
              press.getId(),
              MessageReader.person(press.getFrom()),
              press.getInlineMessageId(),
              Optional.ofNullable(press.getData()).orElse("")));
    }
    if (press.getMessage() == null || press.getMessage().getChat() == null) {
      return Optional.empty();
    }
    long thread = press.getMessage() instanceof Message full ? MessageReader.thread(full) : 0;
    return Optional.of(
        new Incoming.Pressed(
            press.getId(),
            MessageReader.person(press.getFrom()),
            MessageReader.chat(press.getMessage().getChat()),
            press.getMessage().getMessageId(),
            thread,
            Optional.ofNullable(press.getData()).orElse("")));
  }

  /// Whether somebody with this status is in the chat; restricted people may be either.
  static Presence presence(ChatMember member) {
    boolean restrictedInside =
        "restricted".equals(member.getStatus())
            && member instanceof ChatMemberRestricted restricted
            && Boolean.TRUE.equals(restricted.getIsMember());
    return PRESENT.contains(member.getStatus()) || restrictedInside ? Presence.IN : Presence.OUT;
  }
}
