package io.hangtag.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.core.importing.ImportReport;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.UnlinkReason;
import io.hangtag.core.media.MediaFilter;
import io.hangtag.core.media.MediaId;
import io.hangtag.db.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An import from Printify learns that two products are one, which people have linked.
class MergeConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final String SHOPIFY =
      """
      {"products": [{"id": 7632, "handle": "square-magnet", "title": "Square Magnet",
        "status": "active", "variants": [{"id": 1, "title": "One", "sku": "S-1", "price": "5"}]}]}
      """;

  private static RunningBot bot;
  private static int teams;

  private Group team;
  private Person mia;
  private ChatMessage photo;

  @BeforeAll
  static void start() {
    bot = RunningBot.start(db);
  }

  @AfterAll
  static void stop() {
    bot.close();
    assertThat(bot.api().violations()).isEmpty();
  }

  @BeforeEach
  void two_products() {
    mia = bot.world().person("Mia");
    team = bot.team("Team " + ++teams, mia);
    ImportReport _ =
        bot.core().productImport().importShopify(team.workspace(), file(SHOPIFY), _ -> {});
    prints("null");
    photo = mia.in(team.chat()).posts(Media.photo("photo " + teams), "");
  }

  private void prints(String external) {
    String printed =
        """
        {"id": "5d39b411749d0a000f30e0f4", "title": "Fridge print", "tags": [], "visible": true,
          "external": %s, "variants": [
            {"id": 1, "title": "Printed", "sku": "P-1", "price": 400, "is_enabled": true}]}
        """
            .formatted(external);
    ImportReport report =
        bot.core().productImport().importPrintify(team.workspace(), file(printed), _ -> {});
    assertThat(report.rejected()).isEmpty();
  }

  private void learnsThatTheyAreOne() {
    prints("{\"id\":7632}");
  }

  private static InputStream file(String content) {
    return new ByteArrayInputStream(content.getBytes(UTF_8));
  }

  private ChatMessage ask(String command) {
    return mia.in(team.chat()).replyingTo(photo).says(command).reply();
  }

  private void press(ChatMessage message, String button, String expected) {
    var _ = mia.in(team.chat()).presses(message, button).answer();
    bot.world().await(expected, _ -> message.text().contains(expected));
  }

  private List<Link> history() {
    MediaId id = bot.core().media().list(team.workspace(), MediaFilter.ALL).getFirst().id();
    return bot.core().linking().historyOf(team.workspace(), id);
  }

  @Test
  void a_link_follows_its_product() {
    ChatMessage linked = ask("/link fridge print");

    learnsThatTheyAreOne();

    assertThat(ask("/products").text())
        .contains("1. Square Magnet · S-1", "linked by Mia")
        .doesNotContain("Fridge print");
    press(linked, "Undo", "Undone: Square Magnet");
    assertThat(ask("/products").text()).contains("Nothing is linked");
  }

  @Test
  void two_links_of_a_photo_become_one_and_the_history_stays() {
    ChatMessage _ = ask("/link square magnet as background");
    ChatMessage _ = ask("/link fridge print");

    learnsThatTheyAreOne();

    String products = ask("/products").text();
    assertThat(products).contains("1. Square Magnet", "featured").doesNotContain("2. ");
    assertThat(history())
        .hasSize(2)
        .allMatch(link -> link.product().title().equals("Square Magnet"))
        .extracting(Link::unlinkReason)
        .containsExactlyInAnyOrder(null, UnlinkReason.MERGED);
  }

  @Test
  void undoing_the_link_that_stands_for_both_lets_the_other_stand_again() {
    ChatMessage _ = ask("/link square magnet as background");
    ChatMessage second = ask("/link fridge print");
    learnsThatTheyAreOne();

    press(second, "Undo", "Undone: Square Magnet");

    assertThat(ask("/products").text()).contains("1. Square Magnet", "background");
  }

  @Test
  void a_list_from_before_links_the_product_that_is_left() {
    ChatMessage list = ask("/link fridge square");

    learnsThatTheyAreOne();
    ChatMessage _ = ask("/link square magnet");
    String toast = mia.in(team.chat()).presses(list, "1").answer().text();
    bot.settle();

    assertThat(toast).isEmpty();
    assertThat(list.text()).contains("linked to Square Magnet", "already by Mia");
    assertThat(history()).hasSize(1);
  }

  @Test
  void the_old_name_finds_nothing_and_the_printed_sku_the_product_that_is_left() {
    learnsThatTheyAreOne();

    assertThat(ask("/link fridge print").text()).contains("Nothing in the catalogue matches");
    assertThat(ask("/link SKU:P-1").text()).startsWith("Linked photo ").contains("Square Magnet");
  }
}
