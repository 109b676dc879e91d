package io.hangtag.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.core.importing.ImportReport.Rejected;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.picture.Pictures;
import io.hangtag.core.picture.Scene;
import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class MediaFolderImportTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();
  private static Database database;

  @TempDir private Path folder;
  private ImportShop shop;

  @BeforeAll
  static void open() {
    database = ImportShop.open(testDatabase);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void openShop() {
    shop = ImportShop.in(database);
  }

  @Test
  void stores_photos_and_videos_with_what_their_folders_say() throws IOException {
    put("hello.JPG", "1");
    put("hoodies/front.png", "22");
    put("hoodies/summer/Beach/clip.mov", "333");
    put("memes/cat.gif", "4444");
    ImportReport report = imports();

    assertThat(report).isEqualTo(new ImportReport(4, 4, 0, 0, 0, List.of()));
    assertThat(media("file_path, file_name, kind, mime_type, file_size, category, tags"))
        .containsExactly(
            "(hello.JPG,hello.JPG,photo,image/jpeg,1,,{})",
            "(hoodies/front.png,front.png,photo,image/png,2,hoodies,{})",
            "(hoodies/summer/Beach/clip.mov,clip.mov,video,video/quicktime,3,hoodies,"
                + "\"{summer,Beach}\")",
            "(memes/cat.gif,cat.gif,animation,image/gif,4,memes,{})");
    assertThat(shop.strings("encode(content_hash, 'hex')", "media_items", "id limit 1"))
        .containsExactly("6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b");
  }

  @Test
  void changes_nothing_when_the_same_folder_comes_again() throws IOException {
    put("hoodies/front.png", "1");
    put("hoodies/back.png", "2");
    imports();
    List<String> before = shop.strings("to_jsonb(t)", "media_items t", "id");
    ImportReport again = imports();

    assertThat(again).isEqualTo(new ImportReport(2, 0, 0, 2, 0, List.of()));
    assertThat(shop.strings("to_jsonb(t)", "media_items t", "id")).isEqualTo(before);
  }

  @Test
  void knows_a_moved_file_by_its_content() throws IOException {
    put("new/front.png", "1");
    imports();
    List<String> ids = shop.strings("id", "media_items", "id");
    move("new/front.png", "hoodies/winter/blue front.png");
    ImportReport report = imports();

    assertThat(report).isEqualTo(new ImportReport(1, 0, 1, 0, 0, List.of()));
    assertThat(media("file_path, file_name, category, tags"))
        .containsExactly("(\"hoodies/winter/blue front.png\",\"blue front.png\",hoodies,{winter})");
    assertThat(shop.strings("id", "media_items", "id")).isEqualTo(ids);
  }

  @Test
  void keeps_category_and_tags_that_were_set_by_hand_when_a_file_moves() throws IOException {
    put("new/front.png", "1");
    put("new/back.png", "2");
    imports();
    int changed =
        shop.execute(
            """
            update media_items set
              category = case file_name when 'front.png' then 'best' else category end,
              tags = case file_name when 'back.png' then '{blue}' else tags end
            where workspace_id = ?
            """);
    move("new/front.png", "old/a/front.png");
    move("new/back.png", "old/a/back.png");
    imports();

    assertThat(changed).isEqualTo(2);
    assertThat(media("file_path, category, tags"))
        .containsExactly("(old/a/back.png,old,{blue})", "(old/a/front.png,best,{a})");
  }

  @Test
  void takes_equal_files_for_one() throws IOException {
    put("a/front.png", "1");
    put("b/copy of front.png", "1");
    ImportReport first = imports();
    ImportReport second = imports();

    assertThat(first).isEqualTo(new ImportReport(2, 1, 0, 1, 0, List.of()));
    assertThat(second).isEqualTo(new ImportReport(2, 0, 0, 2, 0, List.of()));
    assertThat(media("file_path")).containsExactly("(a/front.png)");
  }

  @Test
  void stays_where_the_file_is_when_a_copy_of_it_appears() throws IOException {
    put("b/front.png", "1");
    imports();
    put("a/copy.png", "1");
    ImportReport report = imports();

    assertThat(report).isEqualTo(new ImportReport(2, 0, 0, 2, 0, List.of()));
    assertThat(media("file_path")).containsExactly("(b/front.png)");
  }

  @Test
  void takes_another_picture_under_the_same_name_for_another_one() throws IOException {
    put("IMG_0001.jpg", "1");
    imports();
    put("IMG_0001.jpg", "2");
    ImportReport report = imports();

    assertThat(report.created()).isEqualTo(1);
    assertThat(shop.strings("id", "media_items", "id")).hasSize(2);
  }

  @Test
  void keeps_media_whose_file_is_gone() throws IOException {
    put("a.png", "1");
    put("b.png", "2");
    imports();
    Files.delete(folder.resolve("b.png"));
    imports();

    assertThat(media("file_path, is_active")).containsExactly("(a.png,t)", "(b.png,t)");
  }

  @Test
  void says_what_it_left_out() throws IOException {
    put("a.png", "1");
    put("empty.jpg", "");
    put("notes.txt", "text");
    put("prices.xlsx", "table");
    put(".DS_Store", "hidden");
    put(".trash/old.jpg", "hidden");
    Files.createSymbolicLink(folder.resolve("link.jpg"), folder.resolve("a.png"));
    ImportReport report = imports();

    assertThat(report)
        .isEqualTo(
            new ImportReport(
                3,
                1,
                0,
                0,
                0,
                List.of(
                    new Rejected(2, "'empty.jpg' is empty."),
                    new Rejected(3, "'link.jpg' is a link, and links are not followed."),
                    new Rejected(
                        4,
                        "2 files ('notes.txt', 'prices.xlsx') left out: neither photo nor"
                            + " video."))));
  }

  @Test
  void does_not_follow_links_out_of_the_folder(@TempDir Path elsewhere) throws IOException {
    put("a.png", "1");
    Files.writeString(elsewhere.resolve("secret.png"), "2");
    Files.createSymbolicLink(folder.resolve("out"), elsewhere);
    ImportReport report = imports();

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.rejected())
        .containsExactly(new Rejected(2, "1 file ('out') left out: neither photo nor video."));
  }

  @Test
  void refuses_what_is_no_folder_with_media() throws IOException {
    put("notes.txt", "text");
    Path file = folder.resolve("notes.txt");
    Path nothing = folder.resolve("nothing");

    assertThatThrownBy(() -> imports(nothing))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage("There is no folder %s.".formatted(nothing));
    assertThatThrownBy(() -> imports(file))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage("%s is not a folder.".formatted(file));
    assertThatThrownBy(() -> imports(folder))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageStartingWith("There is no photo or video in ");
  }

  @Test
  void writes_names_as_people_type_them() {
    MediaPlace place = new MediaPlace("Su\u0308den/Strand/Ku\u0308ste/Mu\u0308tze.jpg");

    assertThat(place.category()).isEqualTo("S\u00fcden");
    assertThat(place.tags()).containsExactly("Strand", "K\u00fcste");
    assertThat(place.fileName()).isEqualTo("M\u00fctze.jpg");
  }

  @Test
  void tells_how_far_it_has_come() throws IOException {
    put("a.png", "1");
    put("b.png", "2");
    List<Integer> heard = new ArrayList<>();
    ImportReport report = folderImport().importFrom(shop.workspace(), folder, heard::add);

    assertThat(report.created()).isEqualTo(2);
    assertThat(heard).containsExactly(1, 2);
  }

  @Test
  void knows_a_picture_again_smaller_and_in_another_format() throws IOException {
    Files.write(folder.resolve("a.png"), Scene.of(1).png());
    Files.write(folder.resolve("b.jpg"), Scene.of(1).scaled(0.5).jpeg(0.5f));
    Files.write(folder.resolve("c.png"), Scene.of(2).png());
    put("d.jpg", "no picture");
    imports();
    Pictures pictures = new Pictures(database.dsl(), Clock.systemUTC());
    List<MediaId> items =
        shop.strings("id", "media_items", "id").stream()
            .map(id -> new MediaId(Long.parseLong(id)))
            .toList();

    assertThat(pictures.sameAs(shop.workspace(), items.get(0))).containsExactly(items.get(1));
    assertThat(pictures.sameAs(shop.workspace(), items.get(1))).containsExactly(items.get(0));
    assertThat(pictures.sameAs(shop.workspace(), items.get(2))).isEmpty();
    assertThat(pictures.sameAs(shop.workspace(), items.get(3))).isEmpty();
  }

  @Test
  void looks_at_each_picture_once() throws IOException {
    Files.write(folder.resolve("a.png"), Scene.of(1).png());
    put("b.jpg", "no picture");
    imports();
    List<Integer> looked = new ArrayList<>();
    ImportReport again =
        folderImport()
            .importFrom(
                shop.workspace(),
                folder,
                new Progress() {
                  @Override
                  public void read(int rows) {}

                  @Override
                  public void looked(int pictures) {
                    looked.add(pictures);
                  }
                });

    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(looked).isEmpty();
  }

  private MediaFolderImport folderImport() {
    return new MediaFolderImport(
        database.dsl(), new Pictures(database.dsl(), Clock.systemUTC()), Clock.systemUTC());
  }

  @CanIgnoreReturnValue
  private ImportReport imports() {
    return imports(folder);
  }

  @CanIgnoreReturnValue
  private ImportReport imports(Path from) {
    return folderImport().importFrom(shop.workspace(), from, _ -> {});
  }

  private void put(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void move(String from, String to) throws IOException {
    Path target = folder.resolve(to);
    Files.createDirectories(target.getParent());
    Files.move(folder.resolve(from), target);
  }

  private List<String> media(String columns) {
    return shop.strings("row(%s)::text".formatted(columns), "media_items", "file_path");
  }
}
