package io.hangtag.bot;

import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Incoming;
import io.hangtag.bot.chat.Message;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Texts;
import io.hangtag.bot.chat.inline.PickHandler;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Pick;
import io.hangtag.core.media.Picks;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.WorkspaceId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Messages that people sent through the bot's inline results: what they are a reply to, and the
/// buttons below them.
///
/// They are nobody's but the sender's: the bot knows them by an id of their own, and learns of chat
/// and message only where it is in the chat.
final class PickedMessages {
  private final Access access;
  private final SubjectFinder subjects;
  private final MediaLibrary media;
  private final Picks picks;
  private final PickHandler handler;
  private final SoldMessages sold;
  private final BiConsumer<String, String> answerPress;
  private final BiConsumer<String, Reply> edit;

  PickedMessages(Parts parts) {
    this.access = parts.access();
    this.subjects = parts.subjects();
    this.media = parts.media();
    this.picks = parts.picks();
    this.handler = parts.handler();
    this.sold = parts.sold();
    this.answerPress = parts.answerPress();
    this.edit = parts.edit();
  }

  /// A product was sent into a chat that the bot sees; as a reply it is about what it replies to.
  void posted(Actor actor, Chat chat, Message message) {
    Optional<ButtonData> button = message.via().flatMap(via -> ButtonData.decode(via.buttonData()));
    if (button.orElse(null) instanceof ButtonData.ShowSold show) {
      sold.posted(actor.workspace(), chat, message, show);
      return;
    }
    Optional<ButtonData.PickedLink> link =
        button
            .filter(ButtonData.PickedLink.class::isInstance)
            .map(ButtonData.PickedLink.class::cast);
    if (link.isEmpty() || message.replyTo().isEmpty()) {
      return;
    }
    Optional<Subject> subject = subjects.repliedTo(actor, chat, message);
    if (!link.get().workspace().equals(actor.workspace())) {
      picks.save(link.get().workspace(), link.get().token(), new Pick.Elsewhere());
      return;
    }
    subject.ifPresent(
        about -> {
          picks.save(actor.workspace(), link.get().token(), new Pick.For(about));
          media.aboutMedia(actor.workspace(), chat.id(), message.id(), about);
          subjects.remember(actor, chat, message.threadId(), about);
        });
  }

  /// A button below such a message was pressed; what this returns is to be done after the commit.
  /// It goes out directly, and is neither kept nor repeated.
  Runnable pressed(Incoming.PressedInline press) {
    if (ButtonData.decode(press.data()).orElse(null) instanceof ButtonData.ShowSold show) {
      return sold.pressed(press, show);
    }
    PressReply reply = reply(press);
    return () -> {
      answerPress.accept(press.callbackId(), reply.toast());
      reply.edit().ifPresent(words -> edit.accept(press.messageId(), words));
    };
  }

  private PressReply reply(Incoming.PressedInline press) {
    return switch (ButtonData.decode(press.data()).orElse(null)) {
      case ButtonData.PickedLink link ->
          asMember(press, link.workspace(), actor -> handler.link(actor, link));
      case ButtonData.PickedUndo undo ->
          asMember(press, undo.workspace(), actor -> handler.undo(actor, undo));
      case null, default -> PressReply.toast(Texts.staleButton());
    };
  }

  private PressReply asMember(
      Incoming.PressedInline press, WorkspaceId workspace, Function<Actor, PressReply> handling) {
    return access
        .member(press.person(), workspace)
        .map(handling)
        .orElseGet(() -> PressReply.toast(Texts.strangerToast()));
  }

  /// What this works with.
  ///
  /// @param answerPress tells Telegram's number of a press and a toast
  /// @param edit gives the message with this inline id new words
  record Parts(
      Access access,
      SubjectFinder subjects,
      MediaLibrary media,
      Picks picks,
      PickHandler handler,
      SoldMessages sold,
      BiConsumer<String, String> answerPress,
      BiConsumer<String, Reply> edit) {}
}
