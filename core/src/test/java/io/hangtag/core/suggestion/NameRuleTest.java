package io.hangtag.core.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NameRuleTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final Studio studio = Studio.in(test);
  private final Rule rule =
      new NameRule(new ProfileQueries(test.sql()), new NameQueries(test.sql()));
  private final ProductId hoodie =
      studio
          .catalogue()
          .product("Chaz Kangeroo Hoodie")
          .handle("chaz-kangeroo-hoodie")
          .sku("MH01-XS-Black")
          .sku("MH01-XS-Gray")
          .saved();
  private final ProductId other =
      studio.catalogue().product("Teton Pullover").sku("MH02-XS-Black").saved();

  private List<Evidence> found(Studio.Photo photo) {
    return rule.productsFor(studio.profile(photo.taken()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mh01-xs-black.jpg",
        "MH01XSBLACK.png",
        "IMG_0412 mh01 xs black (2).jpeg",
        "2026-03-01_MH01-XS-Black_front.jpg",
        "МН01-ХS-Вlасk.jpg"
      })
  void finds_a_sku_in_file_names(String name) {
    List<Evidence> found = found(studio.photo().named(name));

    assertThat(found)
        .singleElement()
        .isEqualTo(
            new Evidence(
                found.getFirst().media(),
                hoodie,
                Reason.SKU_NAMED,
                1,
                "the file name has its SKU MH01-XS-Black"));
  }

  @Test
  void finds_a_sku_in_captions_folders_and_hashtags() {
    assertThat(found(studio.photo().saying("Our new one: MH01-XS-Gray!")))
        .extracting(Evidence::words)
        .containsExactly("the caption has its SKU MH01-XS-Gray");
    assertThat(found(studio.photo().at("shoot/MH01-XS-Gray/1.jpg")))
        .extracting(Evidence::words)
        .containsExactly("the folder has its SKU MH01-XS-Gray");
    assertThat(found(studio.photo().tagged("mh01xsgray")))
        .extracting(Evidence::words)
        .containsExactly("a tag has its SKU MH01-XS-Gray");
  }

  @Test
  void takes_a_piece_that_only_one_product_has_for_its_sku() {
    assertThat(found(studio.photo().named("mh01-gray_main.jpg")))
        .extracting(Evidence::product, Evidence::reason, Evidence::score)
        .containsExactly(tuple(hoodie, Reason.SKU_PART_NAMED, 1.0));
    assertThat(found(studio.photo().named("xs-black.jpg"))).isEmpty();
  }

  @Test
  void takes_a_piece_that_begins_another_sku_for_nothing() {
    ProductId _ = studio.catalogue().product("Long one").sku("AB12345-1").saved();

    assertThat(found(studio.photo().named("ab1234.jpg"))).isEmpty();
    assertThat(found(studio.photo().named("ab12345.jpg"))).hasSize(1);
  }

  @Test
  void is_less_sure_of_what_may_be_a_word_or_a_number() {
    ProductId beach = studio.catalogue().product("Towel, blue").sku("BEACH").saved();
    ProductId number = studio.catalogue().product("Mug, white").sku("2026").saved();

    assertThat(found(studio.photo().saying("A day at the beach in 2026")))
        .extracting(Evidence::product, Evidence::reason)
        .containsExactlyInAnyOrder(
            tuple(beach, Reason.SHORT_SKU_NAMED), tuple(number, Reason.SHORT_SKU_NAMED));
  }

  @Test
  void shares_among_the_products_of_one_sku() {
    ProductId twin = studio.catalogue().product("Twin").sku("mh02 xs black").saved();

    assertThat(found(studio.photo().named("MH02-XS-Black.jpg")))
        .extracting(Evidence::product, Evidence::score)
        .containsExactlyInAnyOrder(tuple(other, 0.5), tuple(twin, 0.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We love the Chaz Kangeroo Hoodie, do you?",
        "chaz-kangeroo-hoodie",
        "#chazkangeroohoodie"
      })
  void finds_titles_and_handles(String caption) {
    assertThat(found(studio.photo().saying(caption)))
        .extracting(Evidence::product, Evidence::reason, Evidence::words)
        .containsExactly(
            tuple(hoodie, Reason.TITLE_NAMED, "the caption says Chaz Kangeroo Hoodie"));
  }

  @Test
  void takes_the_longer_of_two_titles() {
    ProductId _ = studio.catalogue().product("Hoodie").saved();

    assertThat(found(studio.photo().saying("The Chaz Kangeroo Hoodie")))
        .extracting(Evidence::product)
        .containsExactly(hoodie);
  }

  @Test
  void takes_one_word_for_little() {
    ProductId _ = studio.catalogue().product("Sunset").saved();

    assertThat(found(studio.photo().saying("What a sunset")))
        .singleElement()
        .satisfies(found -> assertThat(found.score()).isEqualTo(0.3));
  }

  @Test
  void finds_no_deleted_products_by_title() {
    studio.team().deletes(hoodie);

    assertThat(found(studio.photo().saying("The Chaz Kangeroo Hoodie"))).isEmpty();
  }

  @Test
  void finds_the_media_that_name_a_product() {
    MediaId bySku = studio.photo().named("MH01-XS-Gray.jpg").taken();
    MediaId byPart = studio.photo().named("mh01_front.jpg").taken();
    MediaId byTitle = studio.photo().saying("Chaz Kangeroo Hoodie").taken();
    MediaId _ = studio.photo().saying("Teton Pullover").taken();

    assertThat(rule.mediaFor(studio.profile(hoodie)))
        .extracting(Evidence::media)
        .containsExactlyInAnyOrder(bySku, byPart, byTitle);
  }
}
