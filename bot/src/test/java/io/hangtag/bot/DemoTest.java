package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.App.Settings;
import io.hangtag.bot.demo.Demo;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Demo demo =
      new Demo(
          (core, account, admin) ->
              App.start(
                  core,
                  new Settings(
                      account, Set.of(admin), ZoneOffset.UTC, Currency.getInstance("GBP"))),
          new PrintStream(told, true, StandardCharsets.UTF_8));

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  void gives_every_answer_that_the_story_expects() {
    int code = demo.tell();

    assertThat(code).as(told()).isZero();
  }

  @Test
  void lets_a_person_search_while_typing_and_link_what_they_pick() {
    String typed =
        """
        photo cat
        /link polkadot
        press Search inline
        @hangtag_demo_bot qqqqzzzz
        pick 1
        @hangtag_demo_bot blue polkadot bowl
        pick 1
        press Link
        quit
        """;

    int code = demo.chat(new BufferedReader(new StringReader(typed)));

    assertThat(code).isZero();
    assertThat(told())
        .containsSubsequence(
            "[Search inline]",
            " 1 Blue Polkadot Bowl",
            "and 4 more",
            "[No product matches “qqqqzzzz”]",
            "some words first, then: pick 1",
            "Ada via Hangtag (reply to <photo>): Blue Polkadot Bowl · 20675 · 1.25 GBP",
            "[Link]",
            "Linked photo 1 to Blue Polkadot Bowl");
  }
}
