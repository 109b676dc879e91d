package io.hangtag.bot;

import io.hangtag.bot.chat.Command;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.Message;
import io.hangtag.bot.chat.Message.Sender;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.bot.chat.team.TeamHandler;
import io.hangtag.bot.chat.team.TeamTexts;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.Person;
import java.util.Optional;

/// What a team's members send, and what they are answered.
final class Conversation {
  private final String botUsername;
  private final Access access;
  private final SubjectFinder subjects;
  private final TeamHandler teams;
  private final Features features;
  private final MediaLibrary media;

  /// @param botUsername without @
  Conversation(
      String botUsername,
      Access access,
      SubjectFinder subjects,
      TeamHandler teams,
      Features features,
      MediaLibrary media) {
    this.botUsername = botUsername;
    this.access = access;
    this.subjects = subjects;
    this.teams = teams;
    this.features = features;
    this.media = media;
  }

  /// The command in a message; none in what nobody says who could be answered, or in a channel's
  /// name.
  Optional<Command> command(Chat chat, Message message) {
    boolean isPerson =
        switch (message.sender()) {
          case Sender.Known _, Sender.AnonymousAdmin _ -> true;
          case Sender.AsChannel _, Sender.Nobody _ -> false;
        };
    return isPerson && chat.kind() != Chat.Kind.CHANNEL
        ? Command.parse(message.text(), botUsername).map(command -> addressed(command, chat))
        : Optional.empty();
  }

  /// Keeps the media that a message shows, does what it asks for, and says so.
  Optional<Reply> answer(Actor actor, Chat chat, Message message) {
    Optional<Subject> shown = subjects.arrivingIn(actor, chat, message);
    shown.ifPresent(subject -> subjects.remember(actor, chat, message.threadId(), subject));
    Optional<Command> command = command(chat, message);
    if (command.isPresent()) {
      Optional<Subject> subject = shown.or(() -> subjects.meantBy(actor, chat, message));
      return obey(command.get(), new Said(actor, chat, message), subject);
    }
    if (message.sender() instanceof Sender.AsChannel) {
      return Command.parse(message.text(), botUsername).flatMap(Conversation::refused);
    }
    boolean isPerson = !(message.sender() instanceof Sender.Nobody);
    return isPerson && chat.kind() == Chat.Kind.PRIVATE ? chatter(actor, shown) : Optional.empty();
  }

  /// Whoever it is may be no member of the team.
  private static Optional<Reply> refused(Command command) {
    return command instanceof Command.Unknown(String _, boolean addressed) && !addressed
        ? Optional.empty()
        : Optional.of(Reply.of(TeamTexts.writesAsChannel()));
  }

  /// Does what a command asks for.
  Optional<Reply> obey(Command command, Said said, Optional<Subject> subject) {
    Chat chat = said.chat();
    Sender sender = said.message().sender();
    if (chat.kind() != Chat.Kind.PRIVATE
        && command instanceof Command.Start(String payload)
        && sender instanceof Sender.Known(Person person)
        && access.isAdmin(person)) {
      return Optional.of(teams.setUp(chat, payload));
    }
    if (chat.kind() == Chat.Kind.PRIVATE
        && command instanceof Command.Team()
        && sender instanceof Sender.Known(Person person)) {
      return Optional.of(features.team().choice(access.teamsOf(person)));
    }
    subject.ifPresent(
        meant -> subjects.remember(said.actor(), chat, said.message().threadId(), meant));
    return features.answer(new Request(said.actor(), subject), command);
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
    String name = new MediaNames(media).of(actor.workspace(), shown.get());
    return media.itemsOf(actor.workspace(), shown.get()).size() > 1
        ? Optional.empty()
        : Optional.of(Reply.about(shown.get(), Texts.received(name)));
  }

  /// A member's message in a chat.
  record Said(Actor actor, Chat chat, Message message) {}
}
