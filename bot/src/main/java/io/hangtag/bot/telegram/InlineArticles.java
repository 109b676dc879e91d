package io.hangtag.bot.telegram;

import io.hangtag.bot.chat.inline.InlineAnswer;
import io.hangtag.bot.chat.inline.InlineAnswer.InlineResult;
import io.hangtag.bot.chat.inline.InlineAnswer.StartButton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Makes the library's answer to an inline query of our own.
final class InlineArticles {
  private InlineArticles() {}

  static AnswerInlineQuery of(InlineAnswer answer) {
    return AnswerInlineQuery.builder()
        .inlineQueryId(answer.questionId())
        .results(answer.results().stream().map(InlineArticles::article).toList())
        .cacheTime(Math.toIntExact(answer.cacheFor().toSeconds()))
        // Otherwise Telegram would show one person's answer to everybody who types the same.
        .isPersonal(true)
        .nextOffset(answer.nextOffset())
        .button(startButton(answer.button()))
        .build();
  }

  private static InlineQueryResult article(InlineResult result) {
    return InlineQueryResultArticle.builder()
        .id(result.id())
        .title(result.title())
        .description(result.description())
        .thumbnailUrl(result.thumbnailUrl())
        .inputMessageContent(
            InputTextMessageContent.builder()
                .messageText(result.html())
                .parseMode("HTML")
                .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
                .build())
        .replyMarkup(
            new InlineKeyboardMarkup(
                List.of(
                    new InlineKeyboardRow(
                        InlineKeyboardButton.builder()
                            .text(result.button().label())
                            .callbackData(result.button().data())
                            .build()))))
        .build();
  }

  private static @Nullable InlineQueryResultsButton startButton(Optional<StartButton> button) {
    return button
        .map(
            start ->
                InlineQueryResultsButton.builder()
                    .text(start.label())
                    .startParameter(start.parameter())
                    .build())
        .orElse(null);
  }
}
