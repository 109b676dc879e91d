package io.hangtag.bot;

import io.hangtag.bot.Mail.Address;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Command;
import io.hangtag.bot.chat.Incoming;
import io.hangtag.bot.chat.Incoming.Presence;
import io.hangtag.bot.chat.Message;
import io.hangtag.bot.chat.Message.ChatName;
import io.hangtag.bot.chat.Message.Sender;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.bot.chat.team.TeamHandler;
import io.hangtag.bot.telegram.UpdateReader;
import io.hangtag.core.inbox.StoredUpdate;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.Person;
import io.hangtag.core.team.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Decides for each update who it comes from, what it means and what is answered.
///
/// Runs inside the inbox's transaction: what is done here, and the replies that are left in the
/// outbox, are committed together.
final class Dispatcher {
  private final String botUsername;
  private final Team team;
  private final MediaLibrary media;
  private final Access access;
  private final SubjectFinder subjects;
  private final TeamHandler teams;
  private final Features features;
  private final Mail mail;
  private final BiConsumer<String, String> answerPress;

  Dispatcher(Parts parts) {
    this.botUsername = parts.botUsername();
    this.team = parts.team();
    this.media = parts.media();
    this.access = parts.access();
    this.subjects = parts.subjects();
    this.teams = parts.teams();
    this.features = parts.features();
    this.mail = parts.mail();
    this.answerPress = parts.answerPress();
  }

  /// Handles an update; what it returns is to be done after the commit.
  Runnable handle(StoredUpdate update) {
    List<Runnable> afterwards = new ArrayList<>();
    for (Incoming what : UpdateReader.read(update.json())) {
      switch (what) {
        case Incoming.Posted(Message message) -> posted(message);
        case Incoming.Pressed press -> afterwards.add(pressed(press));
        case Incoming.BotMoved moved -> botMoved(moved);
        case Incoming.MemberMoved(ChatName chat, Person person, Presence presence) ->
            access.moved(enter(chat), person, presence);
      }
    }
    return () -> afterwards.forEach(Runnable::run);
  }

  /// Says that an update could not be handled, to whoever waits for an answer.
  Runnable apologise(StoredUpdate update) {
    List<Incoming> happened;
    try {
      happened = UpdateReader.read(update.json());
    } catch (IllegalArgumentException e) {
      return () -> {};
    }
    List<Runnable> afterwards = new ArrayList<>();
    for (Incoming what : happened) {
      if (what instanceof Incoming.Posted(Message message)
          && Command.parse(message.text(), botUsername).isPresent()) {
        Address address = new Address(enter(message.chat()), message.threadId(), message.id());
        mail.answer(address, Reply.of(Texts.failed()), Optional.empty());
      }
      if (what instanceof Incoming.Pressed press) {
        afterwards.add(() -> answerPress.accept(press.callbackId(), Texts.failedToast()));
      }
    }
    return () -> afterwards.forEach(Runnable::run);
  }

  private Chat enter(ChatName chat) {
    return team.enter(chat.telegramId(), chat.kind(), chat.title());
  }

  private void posted(Message message) {
    Chat chat = enter(message.chat());
    Optional<Actor> actor = access.actor(chat, message.sender());
    Optional<Reply> reply =
        actor.isPresent()
            ? answerMember(actor.get(), chat, message)
            : answerStranger(chat, message);
    reply.ifPresent(
        said ->
            mail.answer(
                new Address(chat, message.threadId(), message.id()),
                said,
                actor.map(Actor::workspace)));
  }

  private Optional<Reply> answerMember(Actor actor, Chat chat, Message message) {
    Optional<Subject> shown = subjects.shownIn(actor, chat, message);
    shown.ifPresent(subject -> subjects.remember(actor, chat, message.threadId(), subject));
    if (message.sender() instanceof Sender.Nobody) {
      return Optional.empty();
    }
    Optional<Command> command = Command.parse(message.text(), botUsername);
    if (command.isEmpty()) {
      return chat.kind() == Chat.Kind.PRIVATE ? chatter(actor, shown) : Optional.empty();
    }
    if (chat.kind() != Chat.Kind.PRIVATE
        && command.get() instanceof Command.Start(String payload)
        && message.sender() instanceof Sender.Known(Person person)
        && access.isAdmin(person)) {
      return Optional.of(teams.setUp(chat, payload));
    }
    Optional<Subject> subject = shown.or(() -> subjects.meantBy(actor, chat, message));
    subject.ifPresent(meant -> subjects.remember(actor, chat, message.threadId(), meant));
    return features.answer(new Request(actor, subject), addressed(command.get(), chat));
  }

  /// In a private chat there is nobody else a command could be for.
  private static Command addressed(Command command, Chat chat) {
    return command instanceof Command.Unknown(String name, boolean _)
            && chat.kind() == Chat.Kind.PRIVATE
        ? new Command.Unknown(name, true)
        : command;
  }

  /// In a private chat everything gets an answer; an album one.
  private Optional<Reply> chatter(Actor actor, Optional<Subject> shown) {
    if (shown.isEmpty()) {
      return Optional.of(Reply.of(Texts.help()));
    }
    List<MediaId> items = media.itemsOf(actor.workspace(), shown.get());
    return items.size() > 1
        ? Optional.empty()
        : Optional.of(Reply.about(shown.get(), Texts.received(Texts.name(shown.get(), items))));
  }

  private Optional<Reply> answerStranger(Chat chat, Message message) {
    if (!(message.sender() instanceof Sender.Known(Person person))) {
      return Optional.empty();
    }
    if (chat.kind() == Chat.Kind.PRIVATE) {
      return Optional.of(
          Reply.of(
              access.isAdmin(person) ? Texts.adminWithoutTeam(botUsername) : Texts.stranger()));
    }
    return switch (Command.parse(message.text(), botUsername).orElse(null)) {
      case null -> Optional.empty();
      case Command.Unknown(String _, boolean addressed) when !addressed -> Optional.empty();
      case Command.Start(String payload) when access.isAdmin(person) ->
          Optional.of(teams.setUp(chat, payload));
      case Command _ -> Optional.of(Reply.of(Texts.unboundGroup()));
    };
  }

  private void botMoved(Incoming.BotMoved moved) {
    Chat chat = enter(moved.chat());
    if (moved.presence() == Presence.OUT) {
      team.leave(chat.id());
      return;
    }
    if (chat.kind() == Chat.Kind.PRIVATE || chat.kind() == Chat.Kind.CHANNEL) {
      return;
    }
    Reply reply =
        access.isAdmin(moved.by()) || chat.workspace().isPresent()
            ? teams.setUp(chat, "")
            : Reply.of(Texts.unboundGroup());
    mail.answer(new Address(chat, 0, null), reply, Optional.empty());
  }

  private Runnable pressed(Incoming.Pressed press) {
    Chat chat = enter(press.chat());
    Optional<Actor> actor = access.actor(chat, press.person());
    PressReply reply = reply(press, chat, actor);
    reply
        .edit()
        .ifPresent(
            words ->
                mail.edit(
                    new Address(chat, press.threadId(), press.messageId()),
                    words,
                    actor.map(Actor::workspace)));
    return () -> answerPress.accept(press.callbackId(), reply.toast());
  }

  private PressReply reply(Incoming.Pressed press, Chat chat, Optional<Actor> actor) {
    Optional<ButtonData> data = ButtonData.decode(press.data());
    if (data.isEmpty()) {
      return PressReply.toast(Texts.staleButton());
    }
    if (data.get() instanceof ButtonData.Bind || data.get() instanceof ButtonData.BindNew) {
      if (!access.isAdmin(press.person())) {
        return PressReply.toast(Texts.adminOnly());
      }
      return data.get() instanceof ButtonData.Bind bind
          ? teams.bind(chat, bind)
          : teams.bindNew(chat);
    }
    if (actor.isEmpty()) {
      return PressReply.toast(Texts.strangerToast());
    }
    Optional<Subject> subject = subjects.of(actor.get(), chat, press.messageId());
    subject.ifPresent(meant -> subjects.remember(actor.get(), chat, press.threadId(), meant));
    return features.press(new Request(actor.get(), subject), data.get());
  }

  /// What a dispatcher works with.
  ///
  /// @param botUsername without @
  /// @param answerPress tells Telegram's number of a press and a toast
  record Parts(
      String botUsername,
      Team team,
      MediaLibrary media,
      Access access,
      SubjectFinder subjects,
      TeamHandler teams,
      Features features,
      Mail mail,
      BiConsumer<String, String> answerPress) {}
}
