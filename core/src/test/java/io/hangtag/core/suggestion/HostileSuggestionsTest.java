package io.hangtag.core.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.EditOutcome;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.linking.RejectOutcome;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.suggestion.Suggestions.Refreshed;
import io.hangtag.core.team.Actor;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people and their cameras call things.
final class HostileSuggestionsTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final Studio studio = Studio.in(test);

  static List<String> names() {
    return List.of(
        "' or 1=1; drop table media_items; --.jpg",
        "%_%\\%_.jpg",
        "[a-z]{99999}(((.jpg",
        ".jpg",
        "....",
        "_",
        "👕🧢.png",
        "футболка-1.jpg",
        "製品写真.jpg",
        "a".repeat(5_000),
        "a1 ".repeat(3_000),
        "\u202Egpj.exe",
        "..\\..\\etc\\passwd",
        "SKU:;SKU:;--",
        "& | ! <-> :* ()",
        "\t\n\r",
        "x̷̢̛̤̦͔͎͈̥̫͍̣͔ͅ");
  }

  @ParameterizedTest
  @MethodSource("names")
  void lives_with_any_text_anywhere(String text) {
    ProductId product =
        studio
            .catalogue()
            .product(text.isBlank() ? "blank" : text)
            .sku(text)
            .type(text)
            .tags(text)
            .saved();
    studio.catalogue().counted();
    MediaId photo =
        studio.photo().named(text).saying(text).in(text).at(text).tagged(text, text).taken();

    List<Suggestion> found = studio.suggestions().candidates(studio.id(), photo);
    List<Suggestion> reversed = studio.suggestions().mediaFor(studio.id(), product, 10);

    assertThat(found).allMatch(it -> it.confidence().doubleValue() <= 0.99);
    assertThat(reversed).allMatch(it -> it.media().equals(photo));
    assertThat(studio.suggestions().refresh(studio.id(), (_, _) -> {}).media()).isEqualTo(1);
  }

  @Test
  void reads_only_the_beginning_of_a_very_long_text() {
    String words =
        IntStream.range(0, 20_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    ProductId hoodie = studio.catalogue().product("Hoodie of ours").sku("WORD3").saved();
    MediaId photo = studio.photo().saying(words).taken();

    assertThat(studio.suggestions().candidates(studio.id(), photo))
        .extracting(it -> it.product().id())
        .contains(hoodie);
  }

  /// Whatever a team has: to compute again changes nothing, and what was decided stays.
  @RepeatedTest(8)
  void computes_the_same_again(RepetitionInfo run) {
    SplittableRandom random = new SplittableRandom(run.getCurrentRepetition());
    List<String> words = List.of("blue", "red", "hoodie", "mug", "AB12", "CD3456", "beach");
    List<ProductId> products =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    studio
                        .catalogue()
                        .product(some(random, words) + " " + i)
                        .type(some(random, words))
                        .tags(some(random, words), some(random, words))
                        .sku(some(random, words) + "-" + i)
                        .saved())
            .toList();
    studio.catalogue().counted();
    List<MediaId> media =
        IntStream.range(0, 15)
            .mapToObj(
                i ->
                    studio
                        .photo()
                        .named(
                            "%s_%s-%d.jpg".formatted(some(random, words), some(random, words), i))
                        .in(some(random, words))
                        .tagged(some(random, words))
                        .taken())
            .toList();
    media.forEach(
        it ->
            studio.links(
                products.get(random.nextInt(12)), random.nextBoolean() ? it : media.getFirst()));
    Refreshed first = refresh();

    Refreshed second = refresh();
    decideSome(random);
    Refreshed _ = refresh();
    String settled = rows("is_confirmed or unlink_reason = 'rejected'");
    Refreshed last = refresh();

    assertThat(first.created()).isPositive();
    assertThat(second).isEqualTo(new Refreshed(15, 0, 0, 0));
    assertThat(last).isEqualTo(new Refreshed(15, 0, 0, 0));
    assertThat(rows("is_confirmed or unlink_reason = 'rejected'")).isEqualTo(settled);
    assertThat(
            test.sql()
                .fetchSingle(
                    "select count(*)::int from media_product_links open join media_product_links no"
                        + " on no.workspace_id = open.workspace_id and no.media_item_id ="
                        + " open.media_item_id and no.product_id = open.product_id and"
                        + " no.unlink_reason = 'rejected' where open.unlinked_at is null")
                .get(0, Integer.class))
        .isZero();
  }

  private Refreshed refresh() {
    return studio.suggestions().refresh(studio.id(), (_, _) -> {});
  }

  private void decideSome(SplittableRandom random) {
    Actor ann = studio.team().person("Ann");
    test.sql()
        .fetch(
            "select id from media_product_links where workspace_id = ? and unlinked_at is null"
                + " and not is_confirmed",
            studio.id().value())
        .map(row -> new LinkId(row.get(0, Long.class)))
        .forEach(link -> decide(ann, link, random.nextInt(3)));
  }

  private static void decide(Actor actor, LinkId link, int how) {
    switch (how) {
      case 0 ->
          assertThat(test.core().suggestedLinks().reject(actor, link))
              .isInstanceOf(RejectOutcome.Rejected.class);
      case 1 ->
          assertThat(test.core().linking().confirm(actor, link, LinkType.FEATURED))
              .isInstanceOf(EditOutcome.Changed.class);
      default -> {}
    }
  }

  private String rows(String which) {
    return test.sql()
        .fetch(
            "select * from media_product_links where workspace_id = ? and (%s) order by id"
                .formatted(which),
            studio.id().value())
        .formatCSV();
  }

  private static String some(SplittableRandom random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
