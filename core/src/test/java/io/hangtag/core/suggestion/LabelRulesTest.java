package io.hangtag.core.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LabelRulesTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final Studio studio = Studio.in(test);
  private final Rule tags = new TagRule(new LabelEvidenceQueries(test.sql()));
  private final Rule categories = new CategoryRule(new LabelEvidenceQueries(test.sql()));
  private final ProductId hoodie =
      studio
          .catalogue()
          .product("Hoodie")
          .type("Hoodies & Sweatshirts")
          .tags("Eco Friendly", "Wool")
          .saved();
  private final ProductId pullover =
      studio.catalogue().product("Pullover").type("Hoodies & Sweatshirts").tags("Wool").saved();
  private final ProductId mug = studio.catalogue().product("Mug").type("Kitchen").saved();

  @Test
  void finds_products_by_tags_in_any_spelling_and_the_rarer_first() {
    MediaId photo = studio.photo().tagged("ecofriendly", "WOOL").taken();

    assertThat(tags.productsFor(studio.profile(photo)))
        .satisfiesExactly(
            first -> {
              assertThat(first.product()).isEqualTo(hoodie);
              assertThat(first.score()).isCloseTo(1, within(1e-5));
              assertThat(first.words()).isEqualTo("both are tagged ecofriendly, WOOL");
            },
            second -> {
              assertThat(second.product()).isEqualTo(pullover);
              assertThat(second.score()).isCloseTo(0.5, within(1e-9));
            });
  }

  @Test
  void finds_nothing_by_tags_that_no_product_has() {
    assertThat(tags.productsFor(studio.profile(studio.photo().tagged("beach", "!!!").taken())))
        .isEmpty();
    assertThat(tags.productsFor(studio.profile(studio.photo().taken()))).isEmpty();
  }

  @Test
  void finds_media_by_the_tags_of_a_product() {
    MediaId wool = studio.photo().tagged("wool").taken();
    MediaId _ = studio.photo().tagged("beach").taken();

    assertThat(tags.mediaFor(studio.profile(hoodie)))
        .extracting(Evidence::media, Evidence::product, Evidence::words)
        .containsExactly(tuple(wool, hoodie, "both are tagged Wool"));
  }

  @Test
  void finds_the_products_whose_type_is_the_category() {
    assertThat(categories.productsFor(studio.profile(studio.photo().in("hoodie").taken())))
        .extracting(Evidence::product, Evidence::score, Evidence::words)
        .containsExactly(
            tuple(hoodie, 0.5, "its type is the category hoodie"),
            tuple(pullover, 0.5, "its type is the category hoodie"));
    assertThat(categories.productsFor(studio.profile(studio.photo().in("kitchen").taken())))
        .extracting(Evidence::product, Evidence::score)
        .containsExactly(tuple(mug, 1.0));
    assertThat(categories.productsFor(studio.profile(studio.photo().in("memes").taken())))
        .isEmpty();
  }

  @Test
  void finds_the_media_whose_category_is_the_type() {
    MediaId photo = studio.photo().in("Hoodies").taken();
    MediaId _ = studio.photo().in("memes").taken();

    assertThat(categories.mediaFor(studio.profile(hoodie)))
        .extracting(Evidence::media, Evidence::score)
        .containsExactly(tuple(photo, 0.5));
    assertThat(categories.mediaFor(studio.profile(mug))).isEmpty();
  }

  @Test
  void sees_nothing_of_another_team() {
    Studio others = Studio.in(test);
    ProductId _ = others.catalogue().product("Theirs").type("Bags").tags("leather").saved();
    MediaId photo = studio.photo().in("bags").tagged("leather").taken();

    assertThat(tags.productsFor(studio.profile(photo))).isEmpty();
    assertThat(categories.productsFor(studio.profile(photo))).isEmpty();
  }
}
