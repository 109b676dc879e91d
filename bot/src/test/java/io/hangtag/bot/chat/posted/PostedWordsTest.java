package io.hangtag.bot.chat.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.posting.Channel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostedWordsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  |                  | 2026-11-23T23:30:00Z
          now                                 |                  | 2026-11-23T23:30:00Z
          tiktok                              | TIKTOK           | 2026-11-23T23:30:00Z
          TikTok now                          | TIKTOK           | 2026-11-23T23:30:00Z
          instagram story                     | INSTAGRAM_STORY  | 2026-11-23T23:30:00Z
          instagram_reel 0:15                 | INSTAGRAM_REEL   | 2026-11-23T23:15:00Z
          instagram-feed today 0:15           | INSTAGRAM_FEED   | 2026-11-23T23:15:00Z
          ig yesterday 18:30                  | INSTAGRAM_FEED   | 2026-11-23T17:30:00Z
          story 2026-07-20 18:30              | INSTAGRAM_STORY  | 2026-07-20T16:30:00Z
          x 2026-11-20T18:30:15Z              | X                | 2026-11-20T18:30:15Z
          telegram 2026-11-20T18:30:15.5+0530 | TELEGRAM_CHANNEL | 2026-11-20T13:00:15Z
          2026-11-20 at 18:30                 |                  | 2026-11-20T17:30:00Z
          """)
  void understands_channels_and_times_in_the_teams_zone(
      String words, @Nullable Channel channel, Instant time) {
    assertThat(PostedWords.read(words, BERLIN, NOW))
        .isEqualTo(new PostedWords.Posting(Optional.ofNullable(channel), time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", " List "})
  void understands_that_a_list_is_wanted(String words) {
    assertThat(PostedWords.read(words, BERLIN, NOW)).isEqualTo(new PostedWords.Listing());
  }

  @ParameterizedTest
  @CsvSource({
    "tiktok soon, soon",
    "yesterday, yesterday",
    "24:00, 24:00",
    "2026-02-30 10:00, 2026-02-30 10:00",
    "tiktok 9, 9",
    "12:30+99:00, 12:30+99:00"
  })
  void says_which_words_are_no_time(String words, String unknown) {
    assertThat(PostedWords.read(words, BERLIN, NOW))
        .isEqualTo(new PostedWords.UnknownTime(unknown));
  }

  @Test
  void says_which_words_are_no_channel() {
    assertThat(PostedWords.read("my space now", BERLIN, NOW))
        .isEqualTo(new PostedWords.UnknownChannel("my space now"));
  }
}
