package io.hangtag.core.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class NeighbourRulesTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final Studio studio = Studio.in(test);
  private final NeighbourQueries neighbours = new NeighbourQueries(test.sql());
  private final TogetherQueries together = new TogetherQueries(test.sql());
  private final ProductId hoodie = studio.team().product("Blue hoodie");
  private final ProductId mug = studio.team().product("Mug");

  @Test
  void finds_what_is_in_the_rest_of_the_album() {
    MediaId first = studio.photo().taken();
    MediaId second = studio.photo().taken();
    MediaId third = studio.photo().taken();
    AlbumId _ = studio.album(first, second, third);
    studio.links(hoodie, first, second);
    Rule rule = new AlbumRule(neighbours);

    assertThat(rule.productsFor(studio.profile(third)))
        .containsExactly(
            new Evidence(
                third,
                hoodie,
                Reason.SAME_ALBUM,
                2 / 3.0,
                "same album as 2 photos of this product"));
    assertThat(rule.mediaFor(studio.profile(hoodie)))
        .extracting(Evidence::media, Evidence::score)
        .containsExactly(tuple(third, 2 / 3.0));
  }

  @Test
  void finds_what_is_in_other_media_of_the_category() {
    studio.showsOften(hoodie, "street", 12);
    studio.showsOften(mug, "street", 3);
    MediaId photo = studio.photo().in("street").taken();
    Rule rule = new SimilarMediaRule(neighbours);

    assertThat(rule.productsFor(studio.profile(photo)))
        .extracting(Evidence::product, Evidence::score, Evidence::words)
        .containsExactly(
            tuple(hoodie, 0.6, "same category street as 12 photos of this product"),
            tuple(mug, 0.15, "same category street as 3 photos of this product"));
    assertThat(rule.mediaFor(studio.profile(hoodie)))
        .filteredOn(evidence -> evidence.media().equals(photo))
        .extracting(Evidence::score, Evidence::words)
        .containsExactly(tuple(0.6, "same category street as 12 photos of this product"));
  }

  @Test
  void finds_what_is_in_other_media_with_the_tag() {
    MediaId tagged = studio.photo().tagged("beach", "summer").taken();
    studio.links(hoodie, tagged);
    MediaId photo = studio.photo().tagged("beach").taken();
    Rule rule = new SimilarMediaRule(neighbours);

    assertThat(rule.productsFor(studio.profile(photo)))
        .extracting(Evidence::product, Evidence::words)
        .containsExactly(tuple(hoodie, "same tag beach as 1 photo of this product"));
    assertThat(rule.mediaFor(studio.profile(hoodie)))
        .extracting(Evidence::media)
        .containsExactly(photo);
  }

  @Test
  void finds_what_the_same_person_sent_on_the_same_day() {
    UserId ann = studio.team().user("Ann");
    UserId bob = studio.team().user("Bob");
    studio.links(hoodie, studio.photo().sentBy(ann, "2026-03-01T09:00:00Z").taken());
    MediaId sameDay = studio.photo().sentBy(ann, "2026-03-01T23:30:00Z").taken();
    MediaId nextDay = studio.photo().sentBy(ann, "2026-03-02T09:00:00Z").taken();
    MediaId other = studio.photo().sentBy(bob, "2026-03-01T10:00:00Z").taken();
    Rule rule = new SameDayRule(neighbours);

    assertThat(rule.productsFor(studio.profile(sameDay)))
        .extracting(Evidence::product, Evidence::score)
        .containsExactly(tuple(hoodie, 1 / 3.0));
    assertThat(rule.productsFor(studio.profile(nextDay))).isEmpty();
    assertThat(rule.productsFor(studio.profile(other))).isEmpty();
    assertThat(rule.mediaFor(studio.profile(hoodie)))
        .extracting(Evidence::media)
        .containsExactly(sameDay);
  }

  @Test
  void finds_what_is_often_together_with_what_is_there() {
    ProductId scarf = studio.team().product("Scarf");
    for (int i = 0; i < 3; i++) {
      MediaId both = studio.photo().taken();
      studio.links(hoodie, both);
      studio.links(scarf, both);
    }
    MediaId once = studio.photo().taken();
    studio.links(hoodie, once);
    studio.links(mug, once);
    MediaId photo = studio.photo().taken();
    studio.links(hoodie, photo);
    Rule rule = new TogetherRule(together, test.core().search());

    assertThat(rule.productsFor(studio.profile(photo)))
        .containsExactly(
            new Evidence(
                photo,
                scarf,
                Reason.LINKED_TOGETHER,
                3 / Math.sqrt(14 * 13),
                "together with Blue hoodie in 3 photos"));
    assertThat(rule.mediaFor(studio.profile(scarf)))
        .extracting(Evidence::media)
        .containsExactlyInAnyOrder(photo, once);
  }

  @Test
  void finds_what_the_team_links_most() {
    studio.showsOften(hoodie, "street", 30);
    MediaId photo = studio.photo().taken();

    assertThat(new FavouriteRule(together).productsFor(studio.profile(photo)))
        .containsExactly(
            new Evidence(photo, hoodie, Reason.OFTEN_LINKED, 0.6, "in 30 of the last 30 links"));
  }

  @Test
  void counts_no_suggestion_as_a_link() {
    MediaId suggested = studio.photo().in("street").taken();
    test.sql()
        .execute(
            "insert into media_product_links (workspace_id, media_item_id, product_id, link_type,"
                + " is_confirmed, linked_at) values (?, ?, ?, 'suggested', false, now())",
            studio.id().value(),
            suggested.value(),
            hoodie.value());
    MediaId photo = studio.photo().in("street").taken();

    assertThat(new SimilarMediaRule(neighbours).productsFor(studio.profile(photo))).isEmpty();
    assertThat(new FavouriteRule(together).productsFor(studio.profile(photo))).isEmpty();
  }
}
