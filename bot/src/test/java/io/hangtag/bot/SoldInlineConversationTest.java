package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.CallbackAnswer;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.InlineQuery;
import io.hangtag.bot.playground.Person;
import io.hangtag.bot.playground.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `@bot sold hoodie`.
final class SoldInlineConversationTest {
  private static final String STRANGER = "This is for members of the team.";

  @RegisterExtension static final Talk talk = new Talk();

  private final Till till = new Till(talk);

  private ChatMessage picked() {
    return talk.mia().queries("sold hoodie").choose(0, talk.here());
  }

  @Test
  void figures_stand_in_the_picker_and_not_in_the_message() {
    till.soldAHoodie();

    InlineQuery query = talk.mia().queries("Sold  hoodie");
    JsonNode result = query.results().getFirst();
    ChatMessage sent = query.choose(0, talk.here());

    assertThat(query.results()).hasSize(1);
    assertThat(result.path("title").asText()).isEqualTo("Blue Hoodie");
    assertThat(result.path("description").asText())
        .startsWith("25.00 USD of 25.00 USD by posts, 1 of 1 orders; ")
        .contains("orders to ");
    assertThat(query.answer().path("is_personal").asBoolean()).isTrue();
    assertThat(query.answer().path("cache_time").asInt(-1)).isZero();
    assertThat(sent.text()).startsWith("Blue Hoodie · HD-1").doesNotContain("25.00");
    assertThat(sent.buttonTexts()).containsExactly("Show");
  }

  @Test
  void without_words_it_is_what_was_linked_lately() {
    till.soldAHoodie();

    assertThat(talk.mia().queries("sold").results().getFirst().path("title").asText())
        .isEqualTo("Blue Hoodie");
    assertThat(talk.mia().queries("sold teapot").answer().at("/button/text").asText())
        .isEqualTo("No product matches “teapot”");
    assertThat(talk.mia().queries("sold mug").results().getFirst().path("description").asText())
        .startsWith("0.00 USD of 5.00 USD by posts, 0 of 1 orders");
  }

  @Test
  void says_of_a_product_without_orders_that_there_are_none() {
    talk.shelf().holds("Blue Hoodie", "HD-1");
    var _ = talk.here().says("/help").reply();

    assertThat(talk.mia().queries("sold hoodie").results().getFirst().path("description").asText())
        .startsWith("No orders ")
        .endsWith("no orders imported yet");
  }

  @Test
  void strangers_and_former_members_get_nothing() {
    till.soldAHoodie();
    Person zoe = talk.bot().world().person("Zoe");
    talk.here().leaves();
    talk.bot().settle();

    for (Person person : java.util.List.of(zoe, talk.mia())) {
      InlineQuery query = person.queries("sold hoodie");
      assertThat(query.results()).isEmpty();
      assertThat(query.answer().path("is_personal").asBoolean()).isTrue();
      assertThat(query.answer().at("/button/start_parameter").asText()).isEqualTo("inline");
    }
  }

  @Test
  void show_answers_in_the_teams_chat_once_and_then_who_presses_alone() {
    till.soldAHoodie();
    ChatMessage sent = picked();
    talk.bot().settle();

    CallbackAnswer first = talk.here().presses(sent, "Show").answer();
    ChatMessage answer = sent.reply();
    talk.bot().settle();
    int messages = talk.chat().messages().size();
    CallbackAnswer second = talk.here().presses(sent, "Show").answer();
    talk.bot().settle();

    assertThat(first.text()).isEmpty();
    assertThat(answer.text())
        .startsWith("Blue Hoodie")
        .contains("By posts: 25.00 USD of 25.00 USD (100 %), 1 of 1 orders.");
    assertThat(Till.hasChart(answer)).isTrue();
    assertThat(second.isAlert()).isTrue();
    assertThat(second.text()).startsWith("Blue Hoodie: 25.00 USD of 25.00 USD by posts");
    assertThat(talk.chat().messages()).hasSize(messages);
  }

  @Test
  void show_stays_in_its_topic() {
    till.soldAHoodie();
    Topic topic = talk.chat().openTopic("Figures", talk.mia());
    ChatMessage sent = talk.mia().queries("sold hoodie").choose(0, talk.here().inTopic(topic));
    talk.bot().settle();

    var _ = talk.here().presses(sent, "Show").answer();

    assertThat(sent.reply().threadId()).hasValue(topic.id());
  }

  @Test
  void in_another_chat_only_who_presses_sees_figures() {
    till.soldAHoodie();
    Person ben = talk.bot().world().person("Ben");
    Group other = talk.bot().team("Others " + talk.number(), ben, talk.mia());
    ChatMessage sent = talk.mia().queries("sold hoodie").choose(0, talk.mia().in(other.chat()));
    talk.bot().settle();
    int messages = other.chat().messages().size();

    CallbackAnswer shown = talk.mia().in(other.chat()).presses(sent, "Show").answer();
    CallbackAnswer refused = ben.in(other.chat()).presses(sent, "Show").answer();
    talk.bot().settle();

    assertThat(shown.isAlert()).isTrue();
    assertThat(shown.text()).contains("25.00 USD");
    assertThat(refused.text()).isEqualTo(STRANGER);
    assertThat(other.chat().messages()).hasSize(messages);
  }

  @Test
  void nobody_outside_the_team_is_shown_anything() {
    till.soldAHoodie();
    ChatMessage sent = picked();
    talk.bot().settle();
    int messages = talk.chat().messages().size();

    CallbackAnswer stranger =
        talk.bot().world().person("Zoe").in(talk.chat()).presses(sent, "Show").answer();
    talk.here().leaves();
    talk.bot().settle();
    CallbackAnswer former = talk.here().presses(sent, "Show").answer();
    talk.bot().settle();

    assertThat(stranger.text()).isEqualTo(STRANGER);
    assertThat(former.text()).isEqualTo(STRANGER);
    assertThat(talk.chat().messages().stream().filter(ChatMessage::isFromBot))
        .noneMatch(message -> message.text().contains("By posts"));
    assertThat(talk.chat().messages().size() - messages).isLessThanOrEqualTo(1);
  }

  @Test
  void a_product_that_has_gone_is_said_to_be_gone() {
    long hoodie = talk.shelf().holds("Blue Hoodie", "HD-1");
    var _ = talk.here().says("/help").reply();
    ChatMessage sent = picked();
    talk.bot().settle();
    talk.shelf().loses(hoodie);

    assertThat(talk.here().presses(sent, "Show").answer().text()).contains("no longer");
  }
}
