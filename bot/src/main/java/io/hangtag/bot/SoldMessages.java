package io.hangtag.bot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hangtag.bot.Mail.Address;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Incoming;
import io.hangtag.bot.chat.Message;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Texts;
import io.hangtag.bot.chat.sales.SalesHandler;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Products whose sales somebody asked for inline, and the Show button below them.
///
/// Where the bot saw the message arrive in the team's own chat, Show answers there. Anywhere else
/// there may be strangers, and Telegram does not say where that is: then the figures go to who
/// pressed, and nobody else. Safe for use by many threads.
final class SoldMessages {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int MOST_KEPT = 10_000;

  private final Access access;
  private final SalesHandler sales;
  private final Mail mail;
  private final BiConsumer<String, String> answerPress;
  private final BiConsumer<String, String> alertPress;
  private final Cache<Long, Address> places =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();

  /// @param answerPress tells Telegram's number of a press and a toast
  /// @param alertPress the same with a box that is to be closed
  SoldMessages(
      Access access,
      SalesHandler sales,
      Mail mail,
      BiConsumer<String, String> answerPress,
      BiConsumer<String, String> alertPress) {
    this.access = access;
    this.sales = sales;
    this.mail = mail;
    this.answerPress = answerPress;
    this.alertPress = alertPress;
  }

  /// Such a message was sent into a chat that the bot sees.
  ///
  /// @param workspace whose chat it is
  void posted(WorkspaceId workspace, Chat chat, Message message, ButtonData.ShowSold show) {
    boolean isTheirs =
        chat.kind() == Chat.Kind.PRIVATE || chat.workspace().filter(workspace::equals).isPresent();
    if (isTheirs && show.workspace().equals(workspace)) {
      places.put(show.token(), new Address(chat, message.threadId(), message.id()));
    }
  }

  /// Show was pressed; what this returns is to be done after the commit.
  Runnable pressed(Incoming.PressedInline press, ButtonData.ShowSold show) {
    if (access.member(press.person(), show.workspace()).isEmpty()) {
      return () -> answerPress.accept(press.callbackId(), Texts.strangerToast());
    }
    Address place = places.getIfPresent(show.token());
    if (place == null) {
      String words = sales.brief(show.workspace(), show.product()).orElseGet(Texts::productGone);
      return () -> alertPress.accept(press.callbackId(), words);
    }
    Optional<Reply> reply = sales.ofProduct(show.workspace(), show.product());
    if (reply.isEmpty()) {
      return () -> answerPress.accept(press.callbackId(), Texts.productGone());
    }
    mail.answer(place, reply.get(), Optional.of(show.workspace()));
    return () -> {
      // Once is enough in the chat; who presses again sees it alone.
      places.invalidate(show.token());
      answerPress.accept(press.callbackId(), "");
    };
  }
}
