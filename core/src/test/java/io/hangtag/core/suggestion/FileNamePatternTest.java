package io.hangtag.core.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.suggestion.FileNamePattern.Reading;
import io.hangtag.core.suggestion.FileNames.Finding;
import io.hangtag.core.suggestion.FileNames.Tried;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNamePatternTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final Studio studio = Studio.in(test);
  private final FileNames fileNames = test.core().fileNames();
  private final Rule rule =
      new FilePatternRule(
          new ProfileQueries(test.sql()),
          new NameQueries(test.sql()),
          new FilePatternQueries(test.sql()));
  private final ProductId hoodie = studio.catalogue().product("Hoodie").sku("123").saved();

  private static FileNamePattern pattern(String expression) {
    return ((Reading.Good) FileNamePattern.read(expression)).pattern();
  }

  @Test
  void finds_the_product_where_the_pattern_says() {
    fileNames.set(studio.id(), pattern("^(?<sku>\\d+)_"));
    MediaId photo = studio.photo().named("123_front.jpg").taken();
    MediaId other = studio.photo().named("front_123.jpg").taken();

    assertThat(rule.productsFor(studio.profile(photo)))
        .containsExactly(
            new Evidence(photo, hoodie, Reason.FILE_PATTERN, 1, "the file name's SKU is 123"));
    assertThat(rule.productsFor(studio.profile(other))).isEmpty();
    assertThat(rule.mediaFor(studio.profile(hoodie)))
        .extracting(Evidence::media)
        .containsExactly(photo);
  }

  @Test
  void finds_the_product_whose_skus_all_begin_so() {
    ProductId shirt = studio.catalogue().product("Shirt").sku("MS01-S").sku("MS01-M").saved();
    fileNames.set(studio.id(), pattern("(?<sku>[a-z]+\\d+)-"));

    assertThat(rule.productsFor(studio.profile(studio.photo().named("ms01-back.jpg").taken())))
        .extracting(Evidence::product)
        .containsExactly(shirt);
  }

  @Test
  void finds_nothing_without_a_pattern() {
    fileNames.set(studio.id(), pattern("(?<sku>\\d+)"));
    fileNames.clear(studio.id());

    assertThat(fileNames.pattern(studio.id())).isEmpty();
    assertThat(rule.productsFor(studio.profile(studio.photo().named("123.jpg").taken()))).isEmpty();
  }

  @Test
  void is_tried_without_being_kept() {
    ProductId mug = studio.catalogue().product("Mug").sku("777").saved();
    ProductId _ = studio.catalogue().product("Other mug").sku("555").saved();
    ProductId _ = studio.catalogue().product("Same SKU").sku("555").saved();
    MediaId right = studio.photo().named("123_a.jpg").taken();
    MediaId conflicting = studio.photo().named("777_a.jpg").taken();
    studio.links(hoodie, conflicting);
    MediaId ambiguous = studio.photo().named("555_a.jpg").taken();
    MediaId unknown = studio.photo().named("999_a.jpg").taken();
    MediaId none = studio.photo().named("front.jpg").taken();

    FileNames.Trial trial = fileNames.tryOut(studio.id(), pattern("^(?<sku>\\d+)_"));

    assertThat(trial.files())
        .extracting(Tried::media, Tried::finding)
        .containsExactly(
            tuple(right, Finding.PRODUCT),
            tuple(conflicting, Finding.OTHER_PRODUCT_LINKED),
            tuple(ambiguous, Finding.SEVERAL_PRODUCTS),
            tuple(unknown, Finding.UNKNOWN_SKU),
            tuple(none, Finding.NO_SKU));
    assertThat(trial.conflicts()).extracting(Tried::media).containsExactly(conflicting, ambiguous);
    assertThat(trial.files().get(1).products().getFirst().id()).isEqualTo(mug);
    assertThat(fileNames.pattern(studio.id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "(\\d+)",
        "(?<sku>\\d+",
        "(?<SKU>\\d+)",
        "(?<sku>a{2147483648})",
        "(?<sku>\\d+)\u0000"
      })
  void refuses_what_is_no_pattern(String expression) {
    assertThat(FileNamePattern.read(expression)).isInstanceOf(Reading.Bad.class);
  }

  @Test
  void refuses_a_pattern_that_is_too_long() {
    assertThat(FileNamePattern.read("(?<sku>" + "a".repeat(200) + ")"))
        .isInstanceOf(Reading.Bad.class);
    assertThat(FileNamePattern.read("(?<sku>" + "(".repeat(96) + "a" + ")".repeat(95)))
        .isInstanceOf(Reading.Bad.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?<sku>(.*)(.*)(.*)(.*)(.*)x)",
        "(?<sku>(.*a){20}x)",
        "(?<sku>(a|aa|aaa)+)\\1!",
        "(?<sku>((a*b?)*c?)*!)",
        "(?<sku>(?=(a+))(\\2|a)*!)"
      })
  void ends_soon_whatever_the_pattern(String expression) {
    FileNamePattern pattern = pattern(expression);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(pattern.skuIn("a".repeat(240) + ".jpg").sku()).isEmpty());
  }

  @Test
  void says_that_matching_was_broken_off() {
    assertThat(pattern("(?<sku>(.*)(.*)(.*)(.*)(.*)x)").skuIn("a".repeat(240)).tooSlow()).isTrue();
    assertThat(pattern("(?<sku>.+)_front").skuIn("a".repeat(240)).tooSlow()).isFalse();
  }

  @Test
  void tells_of_files_on_which_it_was_broken_off() {
    MediaId photo = studio.photo().named("a".repeat(240)).taken();

    assertThat(fileNames.tryOut(studio.id(), pattern("(?<sku>(.*)(.*)(.*)(.*)(.*)x)")).conflicts())
        .extracting(Tried::media, Tried::finding)
        .containsExactly(tuple(photo, Finding.TOO_SLOW));
  }
}
