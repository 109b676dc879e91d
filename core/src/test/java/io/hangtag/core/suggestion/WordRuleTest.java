package io.hangtag.core.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class WordRuleTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final Studio studio = Studio.in(test);
  private final Rule rule = new WordRule(new ProfileQueries(test.sql()), test.core().search());
  private final ProductId roller = studio.catalogue().product("Sprite Foam Roller").saved();
  private final ProductId strap = studio.catalogue().product("Sprite Yoga Strap").saved();

  WordRuleTest() {
    studio.catalogue().counted();
  }

  @Test
  void finds_products_by_some_of_the_words() {
    MediaId photo = studio.photo().named("luma-foam-roller.jpg").taken();

    assertThat(rule.productsFor(studio.profile(photo)))
        .extracting(Evidence::product, Evidence::reason, Evidence::words)
        .containsExactly(tuple(roller, Reason.WORD_MATCH, "its words are like: foam roller"));
  }

  @Test
  void finds_them_in_long_captions() {
    MediaId photo =
        studio
            .photo()
            .saying(
                "So happy about this one, you have no idea how long we waited, and my back says"
                    + " thank you already: yoga, then straps, every morning and evening!")
            .taken();

    assertThat(rule.productsFor(studio.profile(photo)))
        .extracting(Evidence::product)
        .containsExactly(strap);
  }

  @Test
  void finds_nothing_by_words_that_no_product_has() {
    assertThat(rule.productsFor(studio.profile(studio.photo().named("IMG_4032.JPG").taken())))
        .isEmpty();
    assertThat(rule.productsFor(studio.profile(studio.photo().taken()))).isEmpty();
  }

  @Test
  void finds_media_by_words_of_the_title() {
    MediaId photo = studio.photo().named("foam-roller.jpg").taken();
    MediaId _ = studio.photo().named("strap.jpg").taken();

    assertThat(rule.mediaFor(studio.profile(roller)))
        .extracting(Evidence::media, Evidence::product)
        .containsExactly(tuple(photo, roller));
  }
}
