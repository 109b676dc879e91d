package io.hangtag.bot;

import io.hangtag.bot.Conversation.Said;
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
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.Person;
import io.hangtag.core.team.Team;
import io.hangtag.core.team.WorkspaceId;
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
  private final Access access;
  private final GroupRoll roll;
  private final SubjectFinder subjects;
  private final TeamHandler teams;
  private final Channels channels;
  private final Features features;
  private final PickedMessages picked;
  private final Conversation conversation;
  private final Corrections corrections;
  private final Mail mail;
  private final BiConsumer<String, String> answerPress;

  Dispatcher(Parts parts) {
    this.botUsername = parts.botUsername();
    this.team = parts.team();
    this.access = parts.access();
    this.roll = parts.roll();
    this.subjects = parts.subjects();
    this.teams = parts.teams();
    this.channels = parts.channels();
    this.features = parts.features();
    this.picked = parts.picked();
    this.conversation = parts.conversation();
    this.corrections = parts.corrections();
    this.mail = parts.mail();
    this.answerPress = parts.answerPress();
  }

  /// Handles an update; what it returns is to be done after the commit.
  Runnable handle(StoredUpdate update) {
    List<Runnable> afterwards = new ArrayList<>();
    for (Incoming what : UpdateReader.read(update.json())) {
      switch (what) {
        case Incoming.Posted(Message message) -> posted(message);
        case Incoming.Edited edited -> edited(edited);
        case Incoming.Pressed press -> afterwards.add(pressed(press));
        case Incoming.PressedInline press -> afterwards.add(picked.pressed(press));
        case Incoming.BotMoved moved -> botMoved(moved);
        case Incoming.MemberMoved(ChatName chat, Person person, Presence presence) ->
            memberMoved(enter(chat), person, presence);
        case Incoming.Upgraded(long from, long to) -> {
          boolean _ = team.upgrade(from, to);
        }
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
      if (what instanceof Incoming.PressedInline press) {
        afterwards.add(() -> answerPress.accept(press.callbackId(), Texts.failedToast()));
      }
    }
    return () -> afterwards.forEach(Runnable::run);
  }

  private Chat enter(ChatName chat) {
    return team.enter(chat.telegramId(), chat.kind(), chat.title());
  }

  private Chat enter(ChatName chat, Sender by) {
    return by instanceof Sender.Known(Person person)
        ? roll.lookAgain(enter(chat), person)
        : enter(chat);
  }

  private void posted(Message message) {
    Chat chat = enter(message.chat(), message.sender());
    Optional<Actor> actor = access.actor(chat, message.sender());
    // What somebody picked is no command, whatever the product is called.
    if (message.isVia(botUsername)) {
      actor.ifPresent(sender -> picked.posted(sender, chat, message));
      return;
    }
    Optional<Reply> reply =
        actor.isPresent()
            ? conversation.answer(actor.get(), chat, message)
            : answerStranger(chat, message);
    reply.ifPresent(said -> answer(actor, chat, message, said));
  }

  private void answer(Optional<Actor> actor, Chat chat, Message message, Reply reply) {
    long answer =
        mail.answer(
            new Address(chat, message.threadId(), message.id()),
            reply,
            actor.map(Actor::workspace));
    actor.ifPresent(member -> corrections.remember(new Said(member, chat, message), reply, answer));
  }

  private void edited(Incoming.Edited edited) {
    Message message = edited.message();
    Chat chat = enter(message.chat(), message.sender());
    access
        .actor(chat, message.sender())
        .ifPresent(
            actor ->
                corrections
                    .correct(new Said(actor, chat, message), edited)
                    .ifPresent(late -> answer(Optional.of(actor), chat, message, late)));
  }

  private Optional<Reply> answerStranger(Chat chat, Message message) {
    if (message.sender() instanceof Sender.Nobody || chat.kind() == Chat.Kind.CHANNEL) {
      return Optional.empty();
    }
    boolean isAdmin =
        message.sender() instanceof Sender.Known(Person person) && access.isAdmin(person);
    if (chat.kind() == Chat.Kind.PRIVATE) {
      return Optional.of(
          Reply.of(isAdmin ? Texts.adminWithoutTeam(botUsername) : Texts.stranger()));
    }
    return switch (Command.parse(message.text(), botUsername).orElse(null)) {
      case null -> Optional.empty();
      case Command.Unknown(String _, boolean addressed) when !addressed -> Optional.empty();
      case Command.Start(String payload) when isAdmin -> Optional.of(teams.setUp(chat, payload));
      case Command _ -> Optional.of(Reply.of(Texts.unboundGroup()));
    };
  }

  private void memberMoved(Chat chat, Person person, Presence presence) {
    // From a basic group that has become a supergroup everybody goes, which means nothing.
    if (!chat.renumbered()) {
      access.moved(chat, person, presence);
    }
  }

  private void botMoved(Incoming.BotMoved moved) {
    Chat entered = enter(moved.chat());
    if (entered.renumbered()) {
      return;
    }
    if (moved.presence() == Presence.OUT) {
      mail.close(entered.id());
      return;
    }
    Chat chat = roll.lookAgain(entered, moved.by());
    if (chat.kind() == Chat.Kind.CHANNEL) {
      channels.added(chat, moved.by());
      return;
    }
    if (chat.kind() == Chat.Kind.PRIVATE) {
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
    Optional<Actor> actor = access.presser(chat, press.person());
    PressReply reply = reply(press, chat, actor);
    reply
        .edit()
        .ifPresent(
            words -> {
              mail.edit(
                  new Address(chat, press.threadId(), press.messageId()),
                  words,
                  actor.map(Actor::workspace));
              actor.ifPresent(member -> corrections.goneOn(member, chat, press.messageId(), words));
            });
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
    if (data.get() instanceof ButtonData.BindChannel bind) {
      return channels.bind(press.person(), bind);
    }
    if (actor.isEmpty()) {
      return PressReply.toast(Texts.strangerToast());
    }
    if (data.get() instanceof ButtonData.ChooseTeam(WorkspaceId workspace)) {
      return access.choose(press.person(), workspace)
          ? PressReply.edit(features.team().choice(access.teamsOf(press.person())))
          : PressReply.toast(Texts.strangerToast());
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
      Access access,
      GroupRoll roll,
      SubjectFinder subjects,
      TeamHandler teams,
      Channels channels,
      Features features,
      PickedMessages picked,
      Conversation conversation,
      Corrections corrections,
      Mail mail,
      BiConsumer<String, String> answerPress) {}
}
