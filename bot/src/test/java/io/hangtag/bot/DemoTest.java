package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.App.Settings;
import io.hangtag.bot.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoTest {
  @Test
  void gives_every_answer_that_the_story_expects() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Demo demo =
        new Demo(
            (core, account, admin) ->
                App.start(
                    core,
                    new Settings(
                        account, Set.of(admin), ZoneOffset.UTC, Currency.getInstance("GBP"))),
            new PrintStream(told, true, StandardCharsets.UTF_8));

    int code = demo.tell();

    assertThat(code).as(told.toString(StandardCharsets.UTF_8)).isZero();
  }
}
