package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.core.media.MediaFilter;
import io.hangtag.core.media.MediaItem;
import io.hangtag.core.media.Subject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// /tag and /category.
class LabelConversationTest {
  @RegisterExtension static final Talk talk = new Talk();

  @CanIgnoreReturnValue
  private ChatMessage photo() {
    return talk.here().posts(talk.picture("photo"), "");
  }

  private String ask(String command) {
    return talk.here().says(command).reply().text();
  }

  private List<List<String>> tags() {
    return items().stream().map(MediaItem::tags).toList();
  }

  private List<MediaItem> items() {
    return talk.bot().core().media().list(talk.workspace(), MediaFilter.ALL);
  }

  @Test
  void adds_shows_and_removes_tags() {
    photo();

    assertThat(ask("/tag")).startsWith("There are no tags on photo");
    assertThat(ask("/tag summer beach #Sale")).endsWith("has the tags #summer #beach #Sale.");
    assertThat(ask("/tag -SUMMER sale")).endsWith("has the tags #beach #Sale.");
    assertThat(ask("/tag beach")).startsWith("That changes nothing");
    assertThat(tags()).containsExactly(List.of("beach", "Sale"));
  }

  @Test
  void refuses_what_is_too_long_or_too_much() {
    photo();

    assertThat(ask("/tag " + "x".repeat(61))).contains("at most 60 characters");
    assertThat(ask("/category " + "x".repeat(61))).contains("at most 60 characters");
    assertThat(ask("/tag " + "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5"))
        .contains("at most 30 tags");
    assertThat(tags()).containsExactly(List.of());
  }

  @Test
  void tags_an_album_with_its_late_items_and_takes_it_back() {
    ChatMessage command =
        talk.here()
            .postsAlbum(
                List.of(talk.picture("a"), talk.picture("b"), Media.video("c")), "/tag summer")
            .getFirst();
    ChatMessage answer = command.reply();
    talk.bot().settle();

    assertThat(tags()).containsExactly(List.of("summer"), List.of("summer"), List.of("summer"));
    assertThat(answer.buttonTexts()).containsExactly("Undo", "Only this photo");
    var _ = talk.here().presses(answer, "Undo").answer();
    talk.bot().settle();
    assertThat(tags()).containsExactly(List.of(), List.of(), List.of());
  }

  @Test
  void only_this_photo_keeps_its_tags() {
    List<ChatMessage> album =
        talk.here().postsAlbum(List.of(talk.picture("a"), talk.picture("b")), "");
    talk.bot().settle();
    ChatMessage answer = talk.here().replyingTo(album.getLast()).says("/category memes").reply();

    var _ = talk.here().presses(answer, "Only this photo").answer();
    talk.bot().settle();

    assertThat(items()).extracting(MediaItem::category).containsExactly(null, "memes");
  }

  private List<ChatMessage> album(int items) {
    List<ChatMessage> album =
        talk.here()
            .postsAlbum(
                IntStream.range(0, items)
                    .mapToObj(number -> Media.photo(talk.number() + " of album " + number))
                    .toList(),
                "");
    talk.bot().settle();
    return album;
  }

  private ChatMessage says(ChatMessage about, String command) {
    return talk.here().replyingTo(about).says(command).reply();
  }

  @Test
  void undo_leaves_what_somebody_changed_since_and_says_so() {
    List<ChatMessage> album = album(3);
    ChatMessage tagged = says(album.getFirst(), "/tag summer");
    Subject second = new Subject(items().get(1).id(), null);
    var _ = talk.bot().core().labelling().tag(talk.workspace(), second, List.of("sale"), List.of());

    var _ = talk.here().presses(tagged, "Undo").answer();
    talk.bot().settle();

    assertThat(tags()).containsExactly(List.of(), List.of("summer", "sale"), List.of());
    assertThat(tagged.text()).endsWith("(2 undone, 1 stayed: somebody changed them since.)");
  }

  @Test
  void undo_takes_back_nothing_of_an_album_that_was_tagged_again_since() {
    List<ChatMessage> album = album(2);
    ChatMessage first = says(album.getFirst(), "/tag summer");
    ChatMessage _ = says(album.getFirst(), "/tag sale");

    String toast = talk.here().presses(first, "Undo").answer().text();
    talk.here().addsToAlbum(album.getFirst(), Media.photo(talk.number() + " late"));
    talk.bot().settle();

    assertThat(toast).isEqualTo("Nothing left to undo: it was undone already, or changed since.");
    assertThat(tags()).hasSize(3).containsOnly(List.of("summer", "sale"));
  }

  @Test
  void an_item_that_arrives_after_undo_or_only_this_photo_is_labelled_no_more() {
    List<ChatMessage> album = album(2);
    ChatMessage tagged = says(album.getFirst(), "/tag summer");
    ChatMessage categorised = says(album.getFirst(), "/category memes");

    var _ = talk.here().presses(categorised, "Only this photo").answer();
    var _ = talk.here().presses(tagged, "Undo").answer();
    talk.bot().settle();
    talk.here().addsToAlbum(album.getFirst(), Media.photo(talk.number() + " late"));
    talk.bot().settle();

    assertThat(items()).extracting(MediaItem::category).containsExactly("memes", null, null);
    assertThat(items().getLast().tags()).isEmpty();
  }

  @Test
  void offers_the_categories_of_the_team() {
    photo();
    assertThat(ask("/category memes")).endsWith("is in the category memes.");
    ChatMessage other = talk.here().posts(talk.picture("other"), "");
    ChatMessage list = talk.here().replyingTo(other).says("/category").reply();

    assertThat(list.buttonTexts()).containsExactly("memes (1)");
    var _ = talk.here().presses(list, "memes (1)").answer();
    talk.bot().world().await("the choice", _ -> list.text().endsWith("is in the category memes."));
    assertThat(ask("/category -")).endsWith("has no category.");
    assertThat(items()).extracting(MediaItem::category).containsExactly("memes", null);
  }

  @Test
  void an_edited_tag_is_a_correction() {
    photo();
    ChatMessage command = talk.here().says("/tag sumer");
    ChatMessage answer = command.reply();

    talk.here().edits(command, "/tag summer");
    talk.bot().settle();

    assertThat(tags()).containsExactly(List.of("summer"));
    assertThat(answer.text()).endsWith("has the tags #summer.");
  }
}
