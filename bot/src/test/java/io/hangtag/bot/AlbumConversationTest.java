package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.core.linking.Link;
import io.hangtag.core.media.MediaFilter;
import io.hangtag.core.media.MediaItem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlbumConversationTest {
  @RegisterExtension static final Talk talk = new Talk();

  @BeforeEach
  void begin() {
    talk.shelf().holds("Blue hoodie", "BH-1");
  }

  private List<ChatMessage> album(String caption) {
    return talk.here()
        .postsAlbum(List.of(talk.picture("1"), talk.picture("2"), talk.picture("3")), caption);
  }

  private List<Integer> linksPerPicture() {
    return talk.bot().core().media().list(talk.workspace(), MediaFilter.ALL).stream()
        .map(MediaItem::links)
        .toList();
  }

  @Test
  void what_is_said_of_one_picture_goes_for_the_album() {
    ChatMessage reply = talk.here().replyingTo(album("").get(1)).says("/link blue hoodie").reply();

    assertThat(reply.text()).startsWith("Linked album of 3 (photos ");
    assertThat(linksPerPicture()).containsExactly(1, 1, 1);
  }

  @Test
  void pictures_that_arrive_after_the_command_get_its_link() {
    ChatMessage reply = album("/link blue hoodie").getFirst().reply();

    talk.bot().settle();

    assertThat(reply.text()).contains("and its album to Blue hoodie");
    assertThat(linksPerPicture()).containsExactly(1, 1, 1);
  }

  @Test
  void undo_takes_the_late_pictures_back_too() {
    ChatMessage reply = album("/link blue hoodie").getFirst().reply();
    talk.bot().settle();

    var _ = talk.here().presses(reply, "Undo").answer();

    assertThat(linksPerPicture()).containsExactly(0, 0, 0);
  }

  @Test
  void only_this_photo_takes_the_others_back() {
    List<ChatMessage> pictures = album("");
    ChatMessage reply = talk.here().replyingTo(pictures.get(1)).says("/link blue hoodie").reply();

    var _ = talk.here().presses(reply, "Only this photo").answer();

    assertThat(linksPerPicture()).containsExactly(0, 1, 0);
    talk.bot().world().await("the edit", _ -> reply.text().startsWith("Linked only photo "));
  }

  private void arrivesLate(ChatMessage ofAlbum) {
    talk.here().addsToAlbum(ofAlbum, talk.picture("late"));
    talk.bot().settle();
  }

  private ChatMessage linked(ChatMessage picture) {
    return talk.here().replyingTo(picture).says("/link blue hoodie").reply();
  }

  @Test
  void a_picture_that_arrives_after_undo_gets_nothing() {
    ChatMessage first = album("").getFirst();
    ChatMessage reply = linked(first);
    talk.press(reply, "Undo", "Undone");

    arrivesLate(first);

    assertThat(linksPerPicture()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void a_picture_that_arrives_after_a_change_of_type_gets_that_type_and_its_undo() {
    ChatMessage first = album("").getFirst();
    ChatMessage reply = linked(first);
    talk.press(reply, "Background", "now background");

    arrivesLate(first);

    assertThat(types()).containsExactly("background", "background", "background", "background");
    talk.press(reply, "Undo", "Undone");
    assertThat(linksPerPicture()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void a_picture_that_arrives_after_a_change_of_type_was_undone_gets_nothing() {
    ChatMessage first = album("").getFirst();
    ChatMessage reply = linked(first);
    talk.press(reply, "Background", "now background");
    talk.press(reply, "Undo", "Undone");

    arrivesLate(first);

    assertThat(linksPerPicture()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void a_picture_that_arrives_after_only_this_photo_gets_nothing() {
    List<ChatMessage> pictures = album("");
    ChatMessage reply = linked(pictures.get(1));
    talk.press(reply, "Only this photo", "Linked only photo ");

    arrivesLate(pictures.getFirst());

    assertThat(linksPerPicture()).containsExactly(0, 1, 0, 0);
    talk.press(reply, "Mentioned", "now mentioned");
    assertThat(linksPerPicture()).containsExactly(0, 1, 0, 0);
  }

  @Test
  void a_picture_that_arrives_after_the_command_was_corrected_gets_the_corrected_one() {
    talk.shelf().holds("Red mug", "RM-1");
    ChatMessage first = album("").getFirst();
    ChatMessage command = talk.here().replyingTo(first).says("/link blue hoodie");
    ChatMessage _ = command.reply();
    talk.here().edits(command, "/link red mug");
    talk.bot().settle();

    arrivesLate(first);

    assertThat(linksPerPicture()).containsExactly(1, 1, 1, 1);
    assertThat(titles()).containsOnly("Red mug");
  }

  @Test
  void a_picture_that_arrives_after_unlinking_gets_nothing() {
    ChatMessage first = album("").getFirst();
    ChatMessage _ = linked(first);
    ChatMessage _ = talk.here().replyingTo(first).says("/unlink hoodie").reply();

    arrivesLate(first);

    assertThat(linksPerPicture()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void a_picture_that_arrives_after_unlinking_was_undone_gets_the_link() {
    ChatMessage first = album("").getFirst();
    ChatMessage _ = linked(first);
    ChatMessage unlinked = talk.here().replyingTo(first).says("/unlink hoodie").reply();
    talk.press(unlinked, "Undo", "again");

    arrivesLate(first);

    assertThat(linksPerPicture()).containsExactly(1, 1, 1, 1);
  }

  private List<String> types() {
    return links().map(link -> link.type().code()).toList();
  }

  private List<String> titles() {
    return links().map(link -> link.product().title()).toList();
  }

  private Stream<Link> links() {
    List<MediaItem> pictures = talk.bot().core().media().list(talk.workspace(), MediaFilter.ALL);
    return talk
        .bot()
        .core()
        .linking()
        .linksOf(talk.workspace(), pictures.stream().map(MediaItem::id).toList())
        .stream();
  }

  @Test
  void a_forwarded_picture_is_the_same_picture() {
    ChatMessage original = talk.here().posts(talk.picture("one"), "");
    ChatMessage _ = talk.here().replyingTo(original).says("/link blue hoodie").reply();

    ChatMessage forwarded = talk.here().forwards(original);
    ChatMessage reply = talk.here().replyingTo(forwarded).says("/products").reply();

    assertThat(reply.text()).contains("Blue hoodie");
    assertThat(linksPerPicture()).containsExactly(1);
  }

  @Test
  void a_forwarded_picture_of_an_album_is_the_same_picture() {
    List<ChatMessage> pictures = album("");
    ChatMessage _ = talk.here().replyingTo(pictures.get(1)).says("/link blue hoodie").reply();

    ChatMessage forwarded = talk.here().forwards(pictures.get(2));
    ChatMessage reply = talk.here().replyingTo(forwarded).says("/products").reply();

    assertThat(reply.text()).contains("Blue hoodie");
    assertThat(linksPerPicture()).containsExactly(1, 1, 1);
  }

  @Test
  void a_link_counts_for_each_picture() {
    ChatMessage _ = talk.here().replyingTo(album("").get(0)).says("/link BH-1").reply();

    List<MediaItem> pictures = talk.bot().core().media().list(talk.workspace(), MediaFilter.ALL);

    assertThat(
            talk.bot()
                .core()
                .linking()
                .linksOf(talk.workspace(), pictures.stream().map(MediaItem::id).toList()))
        .extracting(Link::linkedBy)
        .containsExactly("Mia", "Mia", "Mia");
  }
}
