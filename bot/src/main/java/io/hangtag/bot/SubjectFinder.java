package io.hangtag.bot;

import io.hangtag.bot.chat.Message;
import io.hangtag.bot.chat.Message.Sender;
import io.hangtag.core.inbox.Outbox;
import io.hangtag.core.inbox.TooEarlyException;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Sighting;
import io.hangtag.core.media.Subject;
import io.hangtag.core.posting.ChannelPost;
import io.hangtag.core.posting.PostingHistory;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Chat;
import java.util.Optional;

/// Which media a message is about.
final class SubjectFinder {
  private final MediaLibrary media;
  private final Linking linking;
  private final PostingHistory history;
  private final Outbox outbox;

  SubjectFinder(MediaLibrary media, Linking linking, PostingHistory history, Outbox outbox) {
    this.media = media;
    this.linking = linking;
    this.history = history;
    this.outbox = outbox;
  }

  /// The media that a new message shows, kept from now on. In a channel they are posted by that.
  Optional<Subject> arrivingIn(Actor actor, Chat chat, Message message) {
    Optional<Subject> shown = shownIn(actor, chat, message);
    if (chat.kind() == Chat.Kind.CHANNEL) {
      shown.ifPresent(subject -> history.seen(actor.workspace(), post(subject, message)));
    }
    return shown;
  }

  private static ChannelPost post(Subject subject, Message message) {
    return new ChannelPost(
        subject,
        message.chat().telegramId(),
        message.id(),
        message.sentAt(),
        message.permalink().orElse(null));
  }

  /// The media that a message shows, kept from now on; a late picture of an album gets what was
  /// said of the album before.
  Optional<Subject> shownIn(Actor actor, Chat chat, Message message) {
    Optional<Subject> shown =
        message
            .file()
            .map(
                file ->
                    media.register(
                        actor,
                        new Sighting(
                            chat.numbering(),
                            message.id(),
                            message.mediaGroup().orElse(null),
                            file,
                            message.text().isEmpty() ? null : message.text(),
                            message.hashtags())));
    shown.ifPresent(
        subject ->
            subject
                .album()
                .ifPresent(
                    album -> {
                      int _ = linking.inherit(actor.workspace(), subject.media(), album);
                      int _ = history.inherit(actor.workspace(), subject.media(), album);
                    }));
    return shown;
  }

  /// The media meant by a message that shows none: what it replies to, else what its author last
  /// worked on here.
  Optional<Subject> meantBy(Actor actor, Chat chat, Message message) {
    return repliedTo(actor, chat, message).or(() -> current(actor, chat, message.threadId()));
  }

  /// The media that a message replies to.
  Optional<Subject> repliedTo(Actor actor, Chat chat, Message message) {
    return message.replyTo().flatMap(original -> meantByReply(actor, chat, original));
  }

  /// The media that one of our messages is about.
  ///
  /// @throws TooEarlyException if it may be the message that is being sent, of which it is not
  ///     known yet
  Optional<Subject> of(Actor actor, Chat chat, long messageId) {
    // Asked first: what is not being sent any more by then is known.
    boolean isSending = outbox.isSending(chat.id());
    Optional<Subject> known = media.ofMessage(actor.workspace(), chat.numbering(), messageId);
    if (known.isEmpty() && isSending) {
      throw new TooEarlyException("message %d is being sent".formatted(messageId));
    }
    return known;
  }

  /// Remembers what somebody works on here.
  void remember(Actor actor, Chat chat, long threadId, Subject subject) {
    if (actor.user() != null) {
      media.setCurrent(actor.workspace(), actor.user(), chat.id(), threadId, subject);
    }
  }

  private Optional<Subject> meantByReply(Actor actor, Chat chat, Message original) {
    // Who replies to a picture is not who took it.
    Actor nobody = new Actor(actor.workspace(), null);
    return shownIn(nobody, chat, original).or(() -> about(actor, chat, original));
  }

  private Optional<Subject> about(Actor actor, Chat chat, Message original) {
    return original.sender() instanceof Sender.Nobody
        ? of(actor, chat, original.id())
        : media.ofMessage(actor.workspace(), chat.numbering(), original.id());
  }

  private Optional<Subject> current(Actor actor, Chat chat, long threadId) {
    return actor.user() == null
        ? Optional.empty()
        : media.current(actor.workspace(), actor.user(), chat.id(), threadId);
  }
}
