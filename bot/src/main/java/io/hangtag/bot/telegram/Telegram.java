package io.hangtag.bot.telegram;

import io.hangtag.bot.chat.Outgoing;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.inline.InlineAnswer;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/// Everything the bot asks of Telegram but updates. Safe for use by many threads.
public final class Telegram implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Telegram.class);

  /// 404 where it does not even look like a token.
  private static final Set<Integer> UNKNOWN_TOKEN = Set.of(401, 404);

  /// An answer to an inline question that takes longer is given up.
  private static final Duration LONGEST_INLINE_ANSWER = Duration.ofMillis(1_500);

  private final OkHttpClient http;
  private final TelegramClient client;
  private final TelegramClient impatient;
  private final Messages messages;

  private Telegram(OkHttpClient http, TelegramClient client, TelegramClient impatient) {
    this.http = http;
    this.client = client;
    this.impatient = impatient;
    this.messages = new Messages(client);
  }

  /// Makes ready; asks nothing yet.
  public static Telegram open(TelegramAccount account) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(20))
            // It would silently send a message again whose answer was lost.
            .retryOnConnectionFailure(false)
            .build();
    OkHttpClient brief = http.newBuilder().callTimeout(LONGEST_INLINE_ANSWER).build();
    String token = account.token().value();
    return new Telegram(
        http,
        new OkHttpTelegramClient(http, token, account.url()),
        new OkHttpTelegramClient(brief, token, account.url()));
  }

  /// Sends a message or edits one.
  public SendResult send(long telegramChatId, Outgoing message) {
    return messages.send(telegramChatId, message);
  }

  /// Answers an inline question, within a second and a half or not at all.
  public void answerInline(InlineAnswer answer) {
    try {
      Boolean _ = impatient.execute(InlineArticles.of(answer));
    } catch (TelegramApiException e) {
      SendResult result = SendErrors.read(e);
      boolean pictures =
          answer.results().stream().anyMatch(offered -> offered.thumbnailUrl() != null);
      if (result instanceof SendResult.Refused(String told)
          && pictures
          && !told.contains("query is too old")) {
        log.error("An inline answer is given again without pictures: {}", told);
        answerInline(answer.withoutThumbnails());
      } else {
        log.warn("An inline question was not answered: {}", result);
      }
    }
  }

  /// Gives a message that was sent inline new words. Best effort.
  public void editInline(String inlineMessageId, Reply reply) {
    try {
      Serializable _ =
          client.execute(
              EditMessageText.builder()
                  .inlineMessageId(inlineMessageId)
                  .text(reply.html())
                  .parseMode("HTML")
                  .linkPreviewOptions(Messages.noPreview())
                  .replyMarkup(Messages.keyboard(reply.buttons()))
                  .build());
    } catch (TelegramApiException e) {
      log.warn("A message sent inline keeps its words: {}", SendErrors.read(e));
    }
  }

  /// Answers a press on a button, which ends the waiting that people see. Best effort: the press
  /// may be too old to be answered.
  ///
  /// @param toast at most 200 characters; empty: nothing is shown
  public void answerPress(String callbackId, String toast) {
    answer(callbackId, toast, PressAnswer.TOAST);
  }

  /// As [#answerPress], in a box that only who pressed sees, until it is closed.
  public void alertPress(String callbackId, String words) {
    answer(callbackId, words, PressAnswer.ALERT);
  }

  private void answer(String callbackId, String toast, PressAnswer shown) {
    try {
      Boolean _ =
          client.execute(
              AnswerCallbackQuery.builder()
                  .callbackQueryId(callbackId)
                  .text(toast.isEmpty() ? null : toast)
                  .showAlert(shown == PressAnswer.ALERT ? true : null)
                  .build());
    } catch (TelegramApiException e) {
      log.debug("A press was not answered: {}", SendErrors.read(e));
    }
  }

  /// Who the bot is.
  ///
  /// @throws UnknownTokenException if Telegram does not know the token
  /// @throws TelegramUnavailableException if Telegram does not answer as it should
  public BotIdentity identity() {
    try {
      User me = client.execute(new GetMe());
      return new BotIdentity(
          me.getId(),
          me.getUserName(),
          Boolean.TRUE.equals(me.getCanReadAllGroupMessages()),
          Boolean.TRUE.equals(me.getSupportInlineQueries()));
    } catch (TelegramApiException e) {
      if (e instanceof TelegramApiRequestException refused
          && UNKNOWN_TOKEN.contains(Optional.ofNullable(refused.getErrorCode()).orElse(0))) {
        throw new UnknownTokenException();
      }
      throw new TelegramUnavailableException(SendErrors.read(e).toString());
    }
  }

  /// Whether a person is in a group.
  public Standing standing(long telegramChatId, long telegramUserId) {
    try {
      ChatMember member =
          client.execute(
              GetChatMember.builder().chatId(telegramChatId).userId(telegramUserId).build());
      return new Standing.Found(UpdateReader.presence(member));
    } catch (TelegramApiException e) {
      return e instanceof TelegramApiRequestException refused
          ? SendErrors.upgradedTo(refused).<Standing>map(Standing.Upgraded::new).orElse(unknown(e))
          : unknown(e);
    }
  }

  private static Standing unknown(TelegramApiException e) {
    log.warn("Membership cannot be checked: {}", SendErrors.read(e));
    return new Standing.Unknown();
  }

  /// Sets the commands that Telegram offers while people type.
  ///
  /// @param commands name without / to description, in the order shown
  public void offerCommands(Map<String, String> commands) {
    List<BotCommand> menu =
        commands.entrySet().stream()
            .map(entry -> new BotCommand(entry.getKey(), entry.getValue()))
            .toList();
    offer(menu, new BotCommandScopeAllPrivateChats());
    offer(menu, new BotCommandScopeAllGroupChats());
  }

  private void offer(List<BotCommand> menu, BotCommandScope scope) {
    try {
      Boolean _ = client.execute(SetMyCommands.builder().commands(menu).scope(scope).build());
    } catch (TelegramApiException e) {
      log.warn("The command menu was not set: {}", SendErrors.read(e));
    }
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /// How an answer to a press is shown.
  private enum PressAnswer {
    TOAST,
    ALERT
  }
}
