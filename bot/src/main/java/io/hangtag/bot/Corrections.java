package io.hangtag.bot;

import io.hangtag.bot.Conversation.Said;
import io.hangtag.bot.Mail.Address;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Command;
import io.hangtag.bot.chat.Incoming;
import io.hangtag.bot.chat.Message;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.core.inbox.Answers;
import io.hangtag.core.inbox.Answers.Answer;
import io.hangtag.core.inbox.Answers.Place;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Chat;
import java.time.Duration;
import java.util.Optional;

/// Commands that their authors change after they were answered: what the first form did is taken
/// back, the new form is done, and the answer says so in the place of the first one.
final class Corrections {
  /// Who changes a command later than this tidies up, and does not correct it.
  private static final Duration LATEST = Duration.ofMinutes(15);

  private final Answers answers;
  private final SubjectFinder subjects;
  private final Conversation conversation;
  private final Features features;
  private final Mail mail;

  Corrections(
      Answers answers,
      SubjectFinder subjects,
      Conversation conversation,
      Features features,
      Mail mail) {
    this.answers = answers;
    this.subjects = subjects;
    this.conversation = conversation;
    this.features = features;
    this.mail = mail;
  }

  /// Remembers the answer to a message, if that was a command.
  ///
  /// @param outboxId the answer's number in the outbox
  void remember(Said said, Reply reply, long outboxId) {
    if (conversation.command(said.chat(), said.message()).isPresent()) {
      Optional<Subject> subject =
          Optional.ofNullable(reply.about())
              .or(() -> subjects.meantBy(said.actor(), said.chat(), said.message()));
      save(said, reply, subject, outboxId);
    }
  }

  /// A button below one of the bot's messages was pressed, which says this now.
  void goneOn(Actor actor, Chat chat, long messageId, Reply words) {
    answers.goneOn(new Place(actor.workspace(), chat.numbering(), messageId), undo(words));
  }

  /// Somebody changed a message.
  ///
  /// @return the answer to what was no command before; empty: there is none to give anew
  Optional<Reply> correct(Said said, Incoming.Edited edited) {
    Optional<Subject> shown = subjects.shownIn(said.actor(), said.chat(), said.message());
    if (edited.after().compareTo(LATEST) > 0) {
      return Optional.empty();
    }
    Optional<Command> command = conversation.command(said.chat(), said.message());
    Optional<Answer> given = answers.find(place(said));
    if (given.isEmpty()) {
      return command.flatMap(
          first ->
              conversation.obey(
                  first,
                  said,
                  shown.or(() -> subjects.meantBy(said.actor(), said.chat(), said.message()))));
    }
    if (!given.get().command().equals(said.message().text().strip())) {
      replace(said, given.get(), command);
    }
    return Optional.empty();
  }

  private void replace(Said said, Answer given, Optional<Command> command) {
    Optional<Subject> subject =
        given.subject().or(() -> subjects.meantBy(said.actor(), said.chat(), said.message()));
    Optional<Reply> takenBack =
        given
            .undo()
            .flatMap(ButtonData::decode)
            .map(undo -> features.press(new Request(said.actor(), subject), undo))
            .flatMap(PressReply::edit);
    Optional<Reply> reply =
        command.isPresent() ? conversation.obey(command.get(), said, subject) : takenBack;
    reply.ifPresent(
        words -> {
          Message message = said.message();
          Address address = new Address(said.chat(), message.threadId(), message.id());
          long answer = mail.correct(address, given.outboxId(), words, said.actor().workspace());
          save(said, words, subject, answer);
        });
  }

  private void save(Said said, Reply reply, Optional<Subject> subject, long outboxId) {
    String command = said.message().text().strip();
    answers.save(place(said), new Answer(command, undo(reply), subject, outboxId));
  }

  private static Place place(Said said) {
    return new Place(said.actor().workspace(), said.chat().numbering(), said.message().id());
  }

  private static Optional<String> undo(Reply reply) {
    return Optional.ofNullable(reply.undo()).map(ButtonData::encode);
  }
}
