package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A person in a chat, about to do something there. Immutable; what is done happens at once.
public final class Participant {

  private final Person person;
  private final Chat chat;
  private final Manner manner;

  /// How the next message is sent.
  ///
  /// @param as the chat in whose name it is sent; null: the person's own
  private record Manner(@Nullable ChatMessage replyTo, @Nullable Topic topic, @Nullable Chat as) {}

  private Participant(Person person, Chat chat, Manner manner) {
    this.person = person;
    this.chat = chat;
    this.manner = manner;
  }

  static Participant of(Person person, Chat chat) {
    return new Participant(person, chat, new Manner(null, null, null));
  }

  public Participant replyingTo(ChatMessage message) {
    return new Participant(person, chat, new Manner(message, manner.topic(), manner.as()));
  }

  public Participant inTopic(Topic topic) {
    return new Participant(person, chat, new Manner(manner.replyTo(), topic, manner.as()));
  }

  /// As an administrator who hides behind the group.
  public Participant anonymously() {
    return as(chat);
  }

  /// In the name of a chat: of the group itself as an administrator who hides behind it, or of a
  /// channel that is this person's.
  public Participant as(Chat speaker) {
    return new Participant(person, chat, new Manner(manner.replyTo(), manner.topic(), speaker));
  }

  @CanIgnoreReturnValue
  public ChatMessage says(String text) {
    FormattedText marked = EntityFinder.marked(FormattedText.plain(text));
    return sends(() -> Delivery.post(chat, draft().text(marked, "")));
  }

  /// Posts a photo, video or document.
  ///
  /// @param caption may be empty
  @CanIgnoreReturnValue
  public ChatMessage posts(Media media, String caption) {
    return sends(() -> Delivery.post(chat, mediaDraft(media, caption)));
  }

  /// Several pictures at once: as many messages, the caption under the first.
  ///
  /// Posts a photo, video or document.
  ///
  /// @param caption may be empty
  @CanIgnoreReturnValue
  public List<ChatMessage> postsAlbum(List<Media> media, String caption) {
    if (media.size() < 2 || media.size() > 10) {
      throw new IllegalArgumentException("an album has 2 to 10 items, not " + media.size());
    }
    return sends(
        () -> {
          String album = chat.world().nextQueryId();
          List<ChatMessage> messages = new ArrayList<>();
          for (Media each : media) {
            Draft draft = mediaDraft(each, messages.isEmpty() ? caption : "").inAlbum(album);
            messages.add(Delivery.post(chat, draft));
          }
          return messages;
        });
  }

  /// Posts one more item of an album, which Telegram delivers late.
  ///
  /// @param item another one of the album
  @CanIgnoreReturnValue
  public ChatMessage addsToAlbum(ChatMessage item, Media media) {
    String album = item.json().path("media_group_id").asText();
    return sends(() -> Delivery.post(chat, mediaDraft(media, "").inAlbum(album)));
  }

  @CanIgnoreReturnValue
  public ChatMessage forwards(ChatMessage message) {
    return sends(() -> Delivery.post(chat, draft().forwarded(message)));
  }

  /// Changes the text, or the caption, of a message of this person.
  public void edits(ChatMessage message, String text) {
    FormattedText marked = EntityFinder.marked(FormattedText.plain(text));
    sends(
        () -> {
          ObjectNode json = message.json().put("edit_date", chat.world().now());
          boolean isText = json.has("text");
          marked.writeTo(
              json, isText ? "text" : "caption", isText ? "entities" : "caption_entities");
          message.edit(json, "");
          Delivery.tellEdited(message);
          return message;
        });
  }

  /// Removes a message; bots are never told.
  public void deletes(ChatMessage message) {
    chat.world().monitor().run(message::delete);
  }

  /// Presses the button with this text.
  ///
  /// @throws IllegalArgumentException when the message has no such button
  @CanIgnoreReturnValue
  public ButtonPress presses(ChatMessage message, String text) {
    return Presses.press(person, message, Presses.buttonNamed(message, text));
  }

  /// Presses the n-th button, row by row, counting from 0.
  ///
  /// @throws IllegalArgumentException when the message has not so many buttons
  @CanIgnoreReturnValue
  public ButtonPress presses(ChatMessage message, int index) {
    return Presses.press(person, message, Presses.buttonAt(message, index));
  }

  /// Sends a callback no button of the message offers, as a forging client can.
  @CanIgnoreReturnValue
  public ButtonPress forges(ChatMessage message, String callbackData) {
    return Presses.press(person, message, callbackData);
  }

  /// Comes in by itself; where the bot is, it is told.
  public void joins() {
    MembershipChanges.change(chat, person, person, MemberStatus.MEMBER);
  }

  /// Goes by itself; where the bot is, it is told.
  public void leaves() {
    MembershipChanges.change(chat, person, person, MemberStatus.LEFT);
  }

  /// Adds somebody; where the bot is, it is told.
  public void adds(Person other) {
    MembershipChanges.change(chat, person, other, MemberStatus.MEMBER);
  }

  /// Throws somebody out; where the bot is, it is told.
  public void removes(Person other) {
    MembershipChanges.change(chat, person, other, MemberStatus.KICKED);
  }

  /// Adds the bot; in a channel it becomes an administrator, as it must.
  public void addsBot() {
    boolean isChannel = chat.kind() == ChatKind.CHANNEL;
    MembershipChanges.changeBot(
        chat, person, isChannel ? MemberStatus.ADMINISTRATOR : MemberStatus.MEMBER);
  }

  public void removesBot() {
    MembershipChanges.changeBot(chat, person, MemberStatus.KICKED);
  }

  /// Makes the bot an administrator.
  public void promotesBot() {
    MembershipChanges.changeBot(chat, person, MemberStatus.ADMINISTRATOR);
  }

  /// Makes the bot a mere member again.
  public void demotesBot() {
    MembershipChanges.changeBot(chat, person, MemberStatus.MEMBER);
  }

  /// Makes the basic group a supergroup: a new chat with a new id and the same people.
  public Chat upgradesToSupergroup() {
    return upgradesToSupergroup(UpgradeNotice.IN_THE_GROUP, UpgradeNotice.IN_THE_SUPERGROUP);
  }

  /// Makes the basic group a supergroup, of which the bot hears only this, in this order.
  public Chat upgradesToSupergroup(UpgradeNotice... told) {
    return MembershipChanges.migrate(chat, person, List.of(told));
  }

  private Draft mediaDraft(Media media, String caption) {
    FormattedText marked = EntityFinder.marked(FormattedText.plain(caption));
    return draft().media(chat.world().files().upload(media), marked, "");
  }

  Chat chat() {
    return chat;
  }

  Draft draft() {
    Draft draft = sender();
    Topic topic = manner.topic();
    if (topic != null) {
      draft.inThread(topic.id());
    }
    ChatMessage target = manner.replyTo();
    return target == null ? draft : draft.replyTo(target);
  }

  private Draft sender() {
    if (chat.kind() == ChatKind.CHANNEL) {
      return Draft.ofChannel(chat);
    }
    Chat as = manner.as();
    return as == null ? new Draft(person.asUser()) : new Draft(Spokesman.of(chat, as)).sentAs(as);
  }

  @CanIgnoreReturnValue
  <T> T sends(Supplier<T> action) {
    return chat.world()
        .monitor()
        .within(
            () -> {
              requireMayWrite();
              chat.begin();
              return action.get();
            });
  }

  private void requireMayWrite() {
    MemberStatus status = chat.status(person.id());
    boolean isBlocked =
        chat.kind() == ChatKind.PRIVATE && !chat.status(chat.world().account().id()).isMember();
    boolean mayPost = chat.kind() != ChatKind.CHANNEL || status.isAdministrator();
    Chat as = manner.as();
    boolean maySpeak = as == null || as.status(person.id()).isAdministrator();
    if (!status.isMember() || isBlocked || !mayPost || !maySpeak) {
      throw new IllegalStateException(person + " may not write in " + chat);
    }
  }
}
