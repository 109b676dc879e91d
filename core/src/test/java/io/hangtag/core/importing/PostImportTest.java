package io.hangtag.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.importing.ImportReport.Rejected;
import io.hangtag.core.media.MediaId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostImportTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final MediaId beach = media("beach.jpg", "summer/beach.jpg");
  private final MediaId snow = media("snow.jpg", "winter/snow.jpg");

  @BeforeAll
  static void in_november() {
    test.clock().pass(Duration.ofDays(245));
  }

  @Test
  void keeps_everything_a_row_says() {
    ImportReport report =
        imports(
            "media,posted_at,channel,external_id,permalink,status,impressions,reach,views,likes,"
                + "comments,shares,saves",
            "snow.jpg|%s,2026-03-01T12:30:15.123456Z,Instagram Story,ig-1,https://x.test/p/1,"
                    .formatted(beach)
                + "posted,\"1,200\",900.0,0,7,6,5,4");

    assertThat(report).isEqualTo(new ImportReport(1, 1, 0, 0, 0, List.of()));
    assertThat(posts("channel, posted_at, external_id, permalink, status, impressions, reach"))
        .containsExactly(
            "(instagram_story,\"2026-03-01 12:30:15.123456+00\",ig-1,https://x.test/p/1,posted,"
                + "1200,900)");
    assertThat(posts("views, likes, comments, shares, saves")).containsExactly("(0,7,6,5,4)");
    assertThat(shown()).containsExactly("1 " + snow, "2 " + beach);
  }

  @Test
  void needs_media_and_time_only() {
    imports("POSTED_AT;Media", "2026-03-01 12:30;beach.jpg");

    assertThat(posts("channel, status, external_id, permalink, impressions, saves"))
        .containsExactly("(other,posted,,,,)");
  }

  @Test
  void changes_nothing_when_the_same_file_comes_again() {
    String[] file = {
      "media,posted_at,channel,external_id,likes",
      "beach.jpg,2026-03-01T12:30Z,tiktok,t-1,5",
      "snow.jpg|beach.jpg,2026-03-01T12:30Z,tiktok,,5",
      "beach.jpg,2026-03-01T12:30Z,tiktok,t-2,6",
      "beach.jpg,2026-03-02T12:30Z,tiktok,t-1,7",
      "snow.jpg|beach.jpg,2026-03-01T12:30Z,tiktok,,8"
    };

    ImportReport first = imports(file);
    List<String> before = rows();
    ImportReport again = imports(file);

    List<Rejected> repeats =
        List.of(
            new Rejected(5, "Line 2 told of this post already."),
            new Rejected(6, "Line 3 told of this post already."));
    assertThat(first).isEqualTo(new ImportReport(5, 3, 0, 0, 0, repeats));
    assertThat(again).isEqualTo(new ImportReport(5, 0, 0, 3, 0, repeats));
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void changes_nothing_the_second_time_also_in_a_file_of_several_batches() {
    String[] file =
        IntStream.range(0, 1_300)
            .mapToObj(
                number ->
                    "beach.jpg,2026-03-01T%02d:%02d:%02dZ,%s,1"
                        .formatted(
                            number % 20,
                            number % 60,
                            number % 7,
                            number % 3 == 0 ? "id" + number % 900 : ""))
            .toArray(String[]::new);

    ImportReport first = imports(withHeader("media,posted_at,external_id,likes", file));
    List<String> before = rows();
    ImportReport again = imports(withHeader("media,posted_at,external_id,likes", file));

    assertThat(first.created() + first.rejected().size()).isEqualTo(1_300);
    assertThat(first.rejected()).isNotEmpty();
    assertThat(again)
        .isEqualTo(new ImportReport(1_300, 0, 0, first.created(), 0, first.rejected()));
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void knows_a_post_by_its_id_when_its_time_and_media_change() {
    imports("media,posted_at,channel,external_id", "beach.jpg|snow.jpg,2026-03-01T12:30Z,x,1");
    ImportReport report =
        imports("media,posted_at,channel,external_id", "snow.jpg,2026-03-01T12:31Z,x,1");

    assertThat(report).isEqualTo(new ImportReport(1, 0, 1, 0, 0, List.of()));
    assertThat(posts("posted_at, external_id")).containsExactly("(\"2026-03-01 12:31:00+00\",1)");
    assertThat(shown()).containsExactly("1 " + snow);
  }

  @Test
  void takes_the_same_id_on_another_channel_for_another_post() {
    imports(
        "media,posted_at,channel,external_id",
        "beach.jpg,2026-03-01T12:30Z,x,1",
        "beach.jpg,2026-03-01T12:30Z,threads,1");

    assertThat(posts("channel")).containsExactly("(x)", "(threads)");
  }

  @Test
  void knows_a_post_without_id_by_channel_time_and_media_in_any_order() {
    imports("media,posted_at,channel", "beach.jpg|snow.jpg,2026-03-01T12:30Z,x");
    ImportReport report =
        imports(
            "media,posted_at,channel",
            "snow.jpg|beach.jpg,2026-03-01T13:30+01:00,x",
            "snow.jpg,2026-03-01T12:30Z,x",
            "snow.jpg|beach.jpg,2026-03-01T12:30:01Z,x",
            "snow.jpg|beach.jpg,2026-03-01T12:30Z,threads");

    assertThat(report).isEqualTo(new ImportReport(4, 3, 1, 0, 0, List.of()));
  }

  @Test
  void learns_the_id_of_a_post_and_does_not_lose_it() {
    imports("media,posted_at", "beach.jpg,2026-03-01T12:30Z");
    ImportReport learnt = imports("media,posted_at,external_id", "beach.jpg,2026-03-01T12:30Z,7");
    ImportReport silent = imports("media,posted_at", "beach.jpg,2026-03-01T12:30Z");

    assertThat(learnt.updated()).isEqualTo(1);
    assertThat(silent.unchanged()).isEqualTo(1);
    assertThat(posts("external_id")).containsExactly("(7)");
  }

  @Test
  void leaves_what_a_later_file_does_not_say() {
    imports(
        "media,posted_at,external_id,permalink,status,reach,likes",
        "beach.jpg,2026-03-01T12:30Z,1,https://x.test/1,failed,10,5",
        "snow.jpg,2026-03-01T12:30Z,2,https://x.test/2,posted,10,5");
    ImportReport report =
        imports("media,posted_at,external_id,likes,reach", "beach.jpg,2026-03-01T12:30Z,1,6,");

    assertThat(report).isEqualTo(new ImportReport(1, 0, 1, 0, 0, List.of()));
    assertThat(posts("permalink, status, reach, likes"))
        .containsExactly("(https://x.test/1,failed,10,6)", "(https://x.test/2,posted,10,5)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-01T12:30              | 2026-03-01 11:30:00+00
          2026-07-01 12:30:15           | 2026-07-01 10:30:15+00
          2026-07-01 12:30:15.1234567   | 2026-07-01 10:30:15.123456+00
          2026-07-01T12:30:15,5-0700    | 2026-07-01 19:30:15.5+00
          2026-07-01 12:30:15 +0530     | 2026-07-01 07:00:15+00
          2026-07-01 12:30 UTC          | 2026-07-01 12:30:00+00
          2026-07-01t12:30z             | 2026-07-01 12:30:00+00
          2026-03-29T02:30+01:00        | 2026-03-29 01:30:00+00
          2026-10-25T02:30+02           | 2026-10-25 00:30:00+00
          2026-10-25T02:30+01           | 2026-10-25 01:30:00+00
          2026-10-25T03:00              | 2026-10-25 02:00:00+00
          """)
  void reads_times_of_berlin(String written, String meant) {
    inBerlin();

    imports("media;posted_at", "beach.jpg;" + written);

    assertThat(posts("posted_at")).containsExactly("(\"" + meant + "\")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-29 02:30    | posted_at '2026-03-29 02:30' never was in Europe/Berlin, whose clocks went from 02:00 to 03:00: say its offset, +01:00 or +02:00.
          2026-10-25T02:00    | posted_at '2026-10-25T02:00' was twice in Europe/Berlin, whose clocks went back from 03:00 to 02:00: say its offset, +02:00 for the first or +01:00 for the second.
          2026-03-01          | posted_at '2026-03-01' has no time of day; write it as 2026-03-01T12:30.
          ''                  | posted_at is missing.
          01/03/2026 12:30    | posted_at '01/03/2026 12:30' is no time; write it as 2026-03-01T12:30 or 2026-03-01T12:30:15+01:00.
          2026-02-30T12:30    | posted_at '2026-02-30T12:30' is no time; write it as 2026-03-01T12:30 or 2026-03-01T12:30:15+01:00.
          2026-03-01T12:30+99 | posted_at '2026-03-01T12:30+99' is no time; write it as 2026-03-01T12:30 or 2026-03-01T12:30:15+01:00.
          1900-01-01T00:00    | posted_at '1900-01-01T00:00' is before the year 2000.
          2026-12-01T12:30    | posted_at '2026-12-01T12:30' has not come yet: what is only planned has the status scheduled.
          """)
  void leaves_out_what_is_no_time_or_two(String written, String reason) {
    inBerlin();

    ImportReport report = imports("media;posted_at;likes", "beach.jpg;" + written + ";1");

    assertThat(report.rejected()).containsExactly(new Rejected(2, reason));
    assertThat(posts("id")).isEmpty();
  }

  @Test
  void keeps_what_is_planned() {
    imports("media,posted_at,status", "beach.jpg,2026-12-01T12:30Z,scheduled");

    assertThat(posts("status")).containsExactly("(scheduled)");
  }

  @Test
  void leaves_out_bad_rows_and_takes_the_others() {
    MediaId first = media("twice.jpg", "a/twice.jpg");
    MediaId second = media("twice.jpg", "b/twice.jpg");
    String longName = "x".repeat(256);
    ImportReport report =
        imports(
            "media,posted_at,channel,external_id,permalink,status,likes",
            "beach.jpg,2026-03-01T12:30Z,x,1,,,",
            ",2026-03-01T12:30Z,x,2,,,",
            "beach.jpg|gone.jpg,2026-03-01T12:30Z,x,3,,,",
            "twice.jpg,2026-03-01T12:30Z,x,4,,,",
            ".\\b\\twice.jpg|" + second + ",2026-03-01T12:30Z,x,5,,,",
            "beach.jpg,2026-03-01T12:30Z,myspace,6,,,",
            "beach.jpg,2026-03-01T12:30Z,x,1.7956E+16,,,",
            "beach.jpg,2026-03-01T12:30Z,x," + longName + ",,,",
            "beach.jpg,2026-03-01T12:30Z,x,9,javascript:alert(1),,",
            "beach.jpg,2026-03-01T12:30Z,x,10,,done,",
            "beach.jpg,2026-03-01T12:30Z,x,11,,,-1",
            "beach.jpg,2026-03-01T12:30Z,x,12,,,1.5",
            "99999999999999999999,2026-03-01T12:30Z,x,13,,,",
            "be\0ach.jpg,2026-03-01T12:30Z,x,14,,,",
            "beach.jpg,2026-03-01T12:30Z,x,15,,,1,one too many",
            "\"beach.jpg,2026-03-01T12:30Z,x,16,,,",
            "snow.jpg,2026-03-01T12:30Z,x,17,,,9");

    assertThat(posts("external_id")).containsExactly("(1)", "(5)", "(17)");
    assertThat(report.read()).isEqualTo(17);
    assertThat(report.created()).isEqualTo(3);
    assertThat(report.rejected())
        .extracting(Rejected::line)
        .containsExactly(3L, 4L, 5L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L);
    assertThat(report.rejected())
        .extracting(Rejected::reason)
        .contains(
            "media is missing.",
            "media 'gone.jpg' is not known: import its folder first, or say its number.",
            "external_id '1.7956E+16' was rounded by a spreadsheet: keep that column as text.",
            "permalink 'javascript:alert(1)' is no http(s) address.",
            "status 'done' is unknown: it must be one of posted, scheduled, failed, skipped.",
            "likes '-1' is no whole number from 0.",
            "likes '1.5' is no whole number from 0.");
    assertThat(report.rejected().get(2).reason())
        .isEqualTo(
            "media 'twice.jpg' may be each of %s, %s: say the number or path."
                .formatted(first, second));
  }

  @Test
  void shows_each_item_once_and_those_that_turned_out_to_be_others_as_them() {
    team.merges(snow, beach);

    imports("media,posted_at", "snow.jpg|beach.jpg|summer/beach.jpg,2026-03-01T12:30Z");

    assertThat(shown()).containsExactly("1 " + beach);
  }

  @Test
  void does_not_know_media_of_other_teams() {
    MediaId theirs = test.team().photo();

    ImportReport report = imports("media,posted_at", theirs + ",2026-03-01T12:30Z");

    assertThat(report.created()).isZero();
    assertThat(report.rejected()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Handle,Title\nhoodie,Hoodie\n",
        "media,channel\nbeach.jpg,x\n",
        "posted_at\n2026-03-01T12:30Z\n"
      })
  void refuses_what_is_no_list_of_posts(String file) {
    assertThatThrownBy(() -> imports(file))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageStartingWith("The file is no list of posts: it has no column ");
    assertThat(posts("id")).isEmpty();
  }

  @Test
  void counts_at_media_how_often_they_were_really_posted() {
    imports(
        "media,posted_at,status",
        "beach.jpg,2026-03-01T12:30Z,",
        "snow.jpg|beach.jpg,2026-03-02T12:30Z,posted",
        "beach.jpg,2026-03-03T12:30Z,failed",
        "beach.jpg,2026-12-03T12:30Z,scheduled");

    assertThat(test.core().media().find(team.id(), beach).orElseThrow().posts()).isEqualTo(2);
    assertThat(test.core().media().find(team.id(), snow).orElseThrow().posts()).isEqualTo(1);
  }

  private static String[] withHeader(String header, String... rows) {
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(List.of(rows));
    return lines.toArray(String[]::new);
  }

  @CanIgnoreReturnValue
  private ImportReport imports(String... lines) {
    String file = String.join("\n", lines) + "\n";
    return test.core()
        .postImport()
        .importFrom(
            team.id(), new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), _ -> {});
  }

  private void inBerlin() {
    int changed =
        test.sql()
            .execute(
                "update workspaces set timezone = 'Europe/Berlin' where id = ?", team.id().value());
    assertThat(changed).isEqualTo(1);
  }

  private MediaId media(String name, String path) {
    MediaId item = team.photo();
    int changed =
        test.sql()
            .execute(
                "update media_items set file_name = ?, file_path = ? where id = ?",
                name,
                path,
                item.value());
    assertThat(changed).isEqualTo(1);
    return item;
  }

  private List<String> posts(String columns) {
    return texts("row(%s)::text".formatted(columns), "posts", "id");
  }

  /// `position media`.
  private List<String> shown() {
    return texts("position || ' ' || media_item_id", "post_media", "post_id, position");
  }

  private List<String> rows() {
    return List.of(
        texts("to_jsonb(t)::text", "posts t", "id").stream().collect(Collectors.joining("\n")),
        texts("to_jsonb(t)::text", "post_media t", "post_id, position").stream()
            .collect(Collectors.joining("\n")));
  }

  private List<String> texts(String expression, String table, String order) {
    return test.sql()
        .fetch(
            "select %s from %s where workspace_id = ? order by %s"
                .formatted(expression, table, order),
            team.id().value())
        .into(String.class);
  }
}
