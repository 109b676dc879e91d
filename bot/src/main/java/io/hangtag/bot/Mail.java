package io.hangtag.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.chat.Outgoing;
import io.hangtag.bot.chat.Reply;
import io.hangtag.core.inbox.Outbox;
import io.hangtag.core.inbox.Outbox.About;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.Team;
import io.hangtag.core.team.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the bot says, on its way into the outbox, with what it reports. [Postman] takes it on.
final class Mail {
  private static final Logger log = LoggerFactory.getLogger(Mail.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Outbox outbox;
  private final Team team;

  Mail(Outbox outbox, Team team) {
    this.outbox = outbox;
    this.team = team;
  }

  /// The bot was removed from a chat or blocked there: nothing is sent to it any more, also not
  /// what waits.
  void close(ChatId chat) {
    team.leave(chat);
    int dropped = outbox.abandon(chat);
    if (dropped > 0) {
      log.warn("{} messages to chat {} are dropped: it is closed to the bot", dropped, chat);
    }
  }

  /// Answers a message.
  ///
  /// @param workspace whose media the reply is about; empty: it is about none
  /// @return its number in the outbox
  @CanIgnoreReturnValue
  long answer(Address to, Reply reply, Optional<WorkspaceId> workspace) {
    return add(
        to.chat(),
        new Outgoing(reply.html(), reply.buttons(), to.threadId(), to.reachable(), null)
            .below(reply.picture()),
        about(reply, workspace));
  }

  /// Gives one of the bot's own messages new words.
  void edit(Address message, Reply reply, Optional<WorkspaceId> workspace) {
    long _ =
        add(
            message.chat(),
            new Outgoing(
                    reply.html(), reply.buttons(), message.threadId(), null, message.reachable())
                .below(reply.picture()),
            about(reply, workspace));
  }

  /// Answers a corrected command: the answer it got gets new words. Where that is gone, they are
  /// a new answer.
  ///
  /// @return the number in the outbox of what is the answer from now on
  long correct(Address to, long answer, Reply reply, WorkspaceId workspace) {
    Outgoing words =
        new Outgoing(
            reply.html(),
            reply.buttons(),
            to.threadId(),
            to.reachable(),
            null,
            answer,
            reply.picture());
    return add(to.chat(), words, about(reply, Optional.of(workspace)));
  }

  private static Optional<About> about(Reply reply, Optional<WorkspaceId> workspace) {
    Optional<Subject> subject = Optional.ofNullable(reply.about());
    return workspace.flatMap(team -> subject.map(media -> new About(team, media)));
  }

  private long add(Chat chat, Outgoing message, Optional<About> about) {
    String json = write(message);
    return about
        .map(subject -> outbox.add(chat.id(), json, subject))
        .orElseGet(() -> outbox.add(chat.id(), json));
  }

  private static String write(Outgoing message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A message is always JSON", e);
    }
  }

  /// Where a message is.
  ///
  /// @param threadId the forum topic; 0: none
  /// @param messageId null: none in particular
  record Address(Chat chat, long threadId, @Nullable Long messageId) {
    /// The message, unless it was in the basic group that the chat no longer is.
    @Nullable Long reachable() {
      return chat.renumbered() ? null : messageId;
    }
  }
}
