package io.hangtag.bot;

import io.hangtag.bot.chat.Message;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Sighting;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Chat;
import java.util.Optional;

/// Which media a message is about.
final class SubjectFinder {
  private final MediaLibrary media;
  private final Linking linking;

  SubjectFinder(MediaLibrary media, Linking linking) {
    this.media = media;
    this.linking = linking;
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
  Optional<Subject> of(Actor actor, Chat chat, long messageId) {
    return media.ofMessage(actor.workspace(), chat.numbering(), messageId);
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
    return shownIn(nobody, chat, original).or(() -> of(actor, chat, original.id()));
  }

  private Optional<Subject> current(Actor actor, Chat chat, long threadId) {
    return actor.user() == null
        ? Optional.empty()
        : media.current(actor.workspace(), actor.user(), chat.id(), threadId);
  }
}
