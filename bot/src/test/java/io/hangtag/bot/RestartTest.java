package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestartTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private RunningBot bot;

  @BeforeEach
  void start() {
    bot = RunningBot.start(db);
  }

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void answers_after_the_restart_what_was_sent_meanwhile() {
    Person mia = bot.world().person("Mia");
    Group team = bot.team("Night shift", mia);
    team.shelf().holds("Blue hoodie", "BH-1");
    Instant before = Instant.now();
    bot.stop();
    Duration stopping = Duration.between(before, Instant.now());

    ChatMessage photo = mia.in(team.chat()).posts(Media.photo("night"), "");
    ChatMessage command = mia.in(team.chat()).replyingTo(photo).says("/link blue hoodie");
    bot.startAgain();

    assertThat(command.reply().text()).startsWith("Linked photo");
    assertThat(stopping).isLessThan(Duration.ofSeconds(10));
  }
}
