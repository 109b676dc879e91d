package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.playground.ChatMessage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Commands that their authors edit.
class CorrectionConversationTest {
  @RegisterExtension static final Talk talk = new Talk();

  @BeforeEach
  void begin() {
    talk.photo();
    talk.shelf().holds("Blue hoodie", "BH-1");
    talk.shelf().holds("Red mug", "RM-1");
  }

  private ChatMessage says(String command) {
    return talk.here().replyingTo(talk.photo()).says(command);
  }

  private void edits(ChatMessage message, String text) {
    talk.here().edits(message, text);
    talk.bot().settle();
  }

  private List<String> linked() {
    return talk.bot()
        .sql()
        .select(PRODUCTS.TITLE)
        .from(MEDIA_PRODUCT_LINKS)
        .join(PRODUCTS)
        .on(PRODUCTS.ID.eq(MEDIA_PRODUCT_LINKS.PRODUCT_ID))
        .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(talk.workspace().value()))
        .and(MEDIA_PRODUCT_LINKS.UNLINKED_AT.isNull())
        .orderBy(PRODUCTS.TITLE)
        .fetch(PRODUCTS.TITLE);
  }

  private long answersTo(ChatMessage command) {
    return talk.chat().messages().stream()
        .filter(message -> message.replyTo().filter(command::equals).isPresent())
        .count();
  }

  @Test
  void an_edited_link_is_a_correction_and_its_answer_is_edited() {
    ChatMessage command = says("/link blue hoodie");
    ChatMessage answer = command.reply();

    edits(command, "/link red mug as mentioned");

    assertThat(linked()).containsExactly("Red mug");
    assertThat(answer.text()).startsWith("Linked photo ").endsWith("as mentioned.");
    assertThat(answersTo(command)).isEqualTo(1);
  }

  @Test
  void is_about_the_same_photo_although_another_one_came_since() {
    ChatMessage command = talk.here().says("/link blue hoodie");
    ChatMessage answer = command.reply();
    String name = answer.text().substring(0, answer.text().indexOf(" to "));
    ChatMessage _ = talk.here().posts(talk.picture("other"), "");

    edits(command, "/link red mug");

    assertThat(answer.text()).startsWith(name + " to Red mug");
    assertThat(linked()).containsExactly("Red mug");
  }

  @Test
  void what_was_picked_from_a_list_is_taken_back_too() {
    talk.shelf().holds("Blue cup", "BC-1");
    ChatMessage command = says("/link blue");
    ChatMessage answer = command.reply();
    var _ = talk.here().presses(answer, "1").answer();
    talk.bot().world().await("the link", _ -> answer.text().startsWith("Linked"));

    edits(command, "/link red mug");

    assertThat(linked()).containsExactly("Red mug");
  }

  @Test
  void an_edit_that_changes_nothing_does_nothing() {
    ChatMessage command = says("/link blue hoodie");
    ChatMessage answer = command.reply();
    var _ = talk.here().presses(answer, "Undo").answer();
    talk.bot().settle();

    edits(command, "/link blue hoodie");

    assertThat(linked()).isEmpty();
    assertThat(answer.text()).startsWith("Undone");
  }

  @Test
  void a_command_edited_away_is_taken_back() {
    ChatMessage command = says("/link blue hoodie");
    ChatMessage answer = command.reply();

    edits(command, "never mind");

    assertThat(linked()).isEmpty();
    assertThat(answer.text()).startsWith("Undone: Blue hoodie");
  }

  @Test
  void what_becomes_a_command_is_done() {
    ChatMessage command = says("/lnik blue hoodie");
    talk.bot().settle();

    edits(command, "/link blue hoodie");

    assertThat(linked()).containsExactly("Blue hoodie");
    assertThat(answersTo(command)).isEqualTo(1);
  }

  @Test
  void a_caption_can_be_corrected() {
    ChatMessage captioned = talk.here().posts(talk.picture("captioned"), "/link blue hoodie");
    ChatMessage answer = captioned.reply();

    edits(captioned, "/link red mug");

    assertThat(linked()).containsExactly("Red mug");
    assertThat(answer.text()).contains("to Red mug");
  }

  @Test
  void an_edited_unlink_links_again_what_it_took() {
    ChatMessage _ = says("/link blue hoodie").reply();
    ChatMessage _ = says("/link red mug").reply();
    ChatMessage command = says("/unlink hoodie");
    ChatMessage answer = command.reply();

    edits(command, "/unlink mug");

    assertThat(linked()).containsExactly("Blue hoodie");
    assertThat(answer.text()).startsWith("Unlinked Red mug");
  }

  @Test
  void a_deleted_answer_is_given_anew() {
    ChatMessage command = says("/link blue hoodie");
    talk.bot().ada().in(talk.chat()).deletes(command.reply());

    edits(command, "/link red mug");

    assertThat(linked()).containsExactly("Red mug");
    assertThat(command.reply().text()).contains("to Red mug");
  }

  @Test
  void two_corrections_leave_the_last_one() {
    ChatMessage command = says("/link blue hoodie");
    ChatMessage answer = command.reply();

    talk.here().edits(command, "/link red mug");
    edits(command, "/link blue hoodie as background");

    assertThat(linked()).containsExactly("Blue hoodie");
    assertThat(answer.text()).endsWith("as background.");
  }
}
