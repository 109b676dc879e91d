package io.hangtag.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.cli.Contract.Command;
import io.hangtag.bot.cli.Shell.Ran;
import io.hangtag.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The JSON that programs rely on, from the command line itself: contract.json names every command.
final class ContractTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @TempDir private Path folder;

  private final Shop shop = new Shop(db);
  private final Contract contract = Contract.read();

  @BeforeEach
  void a_folder_with_a_photo_and_something_else() throws IOException {
    Path memes = Files.createDirectories(folder.resolve("memes"));
    Files.write(memes.resolve("cat.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 1});
    Files.writeString(memes.resolve("notes.txt"), "not a photo");
  }

  @TestFactory
  Stream<DynamicTest> every_command_prints_what_the_contract_says() {
    return Stream.concat(
        contract.commands().stream()
            .map(command -> DynamicTest.dynamicTest(command.run(), () -> keeps(command))),
        Stream.of(
            DynamicTest.dynamicTest(
                "nothing of the contract went unseen",
                () -> assertThat(contract.unseen()).isEmpty())));
  }

  private void keeps(Command command) {
    fillShop();
    if (command.after() != null) {
      for (String before : command.after().split("; ", -1)) {
        assertThat(run(before, "").code()).isZero();
      }
    }

    Ran ran = run(command.run(), command.input());

    assertThat(ran.out()).as(ran.err()).endsWith("\n").hasLineCount(1);
    assertThat(contract.problems(command.shape(), ran.out())).isEmpty();
    if (command.fails() == null) {
      assertThat(ran.code()).as(ran.err()).isZero();
    } else {
      assertThat(ran.code()).isEqualTo(command.fails().equals("usage") ? 2 : 1);
      assertThat(ran.out()).startsWith("{\"error\":{\"code\":\"%s\",".formatted(command.fails()));
    }
  }

  private Ran run(String command, String input) {
    String[] arguments = (command.replace("{folder}", folder.toString()) + " --json").split(" ");
    return Shell.on(db).runWithInput(input.getBytes(UTF_8), arguments);
  }

  /// With everything that can be null once null and once not.
  private void fillShop() {
    shop.clear();
    shop.workspace("Shop");
    shop.product("901", "blue-hoodie", "Blue Hoodie", "HD-1");
    shop.product(null, "red-hoodie", "Red Hoodie", "HD-2");
    shop.photo("memes", List.of("beach"));
    shop.photo("memes", List.of("beach"));
    shop.photo(null, List.of());
    shop.photo("memes", List.of("beach"));
    shop.run("update media_items set title = 'On the beach' where id = 1");
    shop.run("update media_items set kind = 'video', file_name = null where id = 2");
    shop.run("update media_items set kind = 'animation' where id = 3");
    shop.run("update media_items set kind = 'document' where id = 4");
    shop.run("update media_items set file_name = 'HD-2.jpg' where id = 1");
    shop.run("update media_items set file_name = 'HD-5.jpg' where id = 3");
    shop.run("update media_items set caption = 'Grey Hoodie, Red Hoodie, Old Mug' where id = 4");
    shop.run(
        "insert into picture_hashes (workspace_id, media_id, perceptual, perceptual_trimmed,"
            + " gradient, gradient_trimmed, looked_at) select 1, id, 7, 7, '{1,2,3,4}',"
            + " '{1,2,3,4}', now() from media_items where id in (1, 2)");
    shop.run("insert into users (telegram_user_id, name) values (1, 'Ann')");
    fillCatalogue();
    link(1, 1, "'featured', true, null, null, null, null, null, null, null, null, null, null");
    link(
        2,
        2,
        "'mentioned', true, null, null, 'C7', '{\"source\": \"tiktok\"}', 1, null, null, 'left',"
            + " '{\"shoot\": 3}', null");
    link(
        3,
        1,
        "'suggested', false, 0.8, 'caption_words', null, null, null, null, null, null, null, null");
    link(1, 3, "'background', true, null, null, 'C8', null, null, null, null, null, null, null");
    fillOrders();
    removedLink("ended", "null");
    removedLink("wrong", "null");
    removedLink("rejected", "null");
    removedLink("merged", "1");
    link(
        4,
        1,
        "'suggested', false, 0.5, 'sku_named', null, null, null, now(), 'withdrawn', null, null,"
            + " null");
  }

  /// Beside the hoodies: a mug known from Printify only, without SKU and price; a draft that shares
  /// its SKU with the red hoodie; one that is no longer sold.
  private void fillCatalogue() {
    shop.run(
        "insert into products (workspace_id, title, currency, import_hash)"
            + " values (1, 'Old Mug', 'EUR', '')");
    shop.run(
        "insert into product_aliases (workspace_id, source, external_id, product_id, content)"
            + " values (1, 'printify', '5d40', 3, '{}')");
    shop.product("904", "green-hoodie", "Green Hoodie", "HD-2");
    shop.product("905", "grey-hoodie", "Grey Hoodie", "HD-5");
    shop.run("update products set status = 'draft' where id = 4");
    shop.run("update products set status = 'archived' where id = 5");
  }

  /// A post, a line that it earned, one of no known product, one in another currency.
  private void fillOrders() {
    shop.post(1, "2026-02-20T12:00:00Z");
    shop.order(1001, "2026-02-20T13:00:00Z", "EUR");
    shop.line(1001, 1, "1", "HD-1", 1000, null);
    shop.line(1001, 2, null, null, 500, null);
    shop.line(1001, 3, "1", "HD-1", 300, "gift_card");
    shop.order(1002, "2026-02-20T14:00:00Z", "USD");
    shop.line(1002, 1, "1", "HD-1", 700, null);
    shop.line(1002, 2, "3", null, 100, null);
    shop.run("update orders set utm_campaign = 'C8' where name = '#1002'");
    shop.run("update media_product_links set linked_at = '2026-01-01' where id = 1");
    shop.run("update posts set reach = 90, likes = 7");
    shop.order(1003, "2026-02-27T14:00:00Z", "EUR");
    shop.line(1003, 1, "2", "HD-2", 900, null);
    shop.run("update orders set utm_campaign = 'C7' where name = '#1003'");
    shop.adSpend("C7", "2026-02-20", 500, "EUR");
  }

  private void removedLink(String reason, String mergedInto) {
    link(
        1,
        1,
        "'featured', true, null, null, null, null, null, now(), '%s', null, null, %s"
            .formatted(reason, mergedInto));
  }

  private void link(long media, long product, String values) {
    shop.run(
        "insert into media_product_links (workspace_id, media_item_id, product_id, linked_at,"
            + " link_type, is_confirmed, confidence_score, suggestion_reason, ad_campaign_id,"
            + " utm_tags, linked_by_user_id, unlinked_at, unlink_reason, notes, custom_metadata,"
            + " merged_into) values (1, %d, %d, now(), %s)".formatted(media, product, values));
  }
}
