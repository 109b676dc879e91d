package io.hangtag.core.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.core.catalog.ProductStatus;
import io.hangtag.core.importing.PrintifyProduct.PrintifyVariant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A product in Printify's JSON.
final class PrintifyJsonProduct {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
  private static final Pattern SHOPIFY_ID =
      Pattern.compile("(?:gid://shopify/Product/)?([0-9]{1,20})");
  private static final Pattern PRODUCT_URL =
      Pattern.compile("(?:https?://)?[^/]*/(?:.*/)?products/([^/?#]+).*");
  private static final BigDecimal MAX_CENTS = new BigDecimal("1e15");

  private PrintifyJsonProduct() {}

  /// Whether the object is meant as one of Printify's products, be it good or not.
  static boolean isOne(JsonNode object) {
    return ID.matcher(object.path("id").asText()).matches() && object.path("variants").isArray();
  }

  /// @throws BadRowException if something of it is wrong
  static PrintifyProduct read(JsonNode object, Currency currency) {
    if (!isOne(object)) {
      throw new BadRowException(
          "The object is no product of Printify: id %s, %s variants."
              .formatted(
                  ExportValues.shown(object.path("id").asText()),
                  object.has("variants") ? "with" : "without"));
    }
    Optional<Shopify> shopify = Shopify.in(object.path("external"));
    List<PrintifyVariant> variants = variants(object.path("variants"), currency);
    boolean forSale = object.path("visible").asBoolean(true) && !variants.isEmpty();
    return new PrintifyProduct(
        object.path("id").asText(),
        shopify.map(Shopify::id).orElse(null),
        shopify.map(Shopify::handle).orElse(null),
        title(object),
        forSale ? ProductStatus.ACTIVE : ProductStatus.DRAFT,
        ExportValues.tags(
            "tags", object.path("tags").valueStream().map(PrintifyJsonProduct::said).toList()),
        imageUrl(object.path("images")),
        variants);
  }

  private static String title(JsonNode object) {
    String title = ExportValues.text("title", said(object.path("title")), ExportValues.MAX_TITLE);
    if (title.isEmpty()) {
      throw new BadRowException("The product has no title.");
    }
    return title;
  }

  private static @Nullable String imageUrl(JsonNode images) {
    return images
        .valueStream()
        .filter(image -> image.path("is_default").asBoolean())
        .findFirst()
        .or(() -> images.valueStream().findFirst())
        .map(image -> ExportValues.text("src", said(image.path("src")), ExportValues.MAX_URL))
        .filter(url -> !url.isEmpty())
        .orElse(null);
  }

  private static List<PrintifyVariant> variants(JsonNode variants, Currency currency) {
    Set<String> ids = new HashSet<>();
    return variants
        .valueStream()
        .filter(variant -> variant.path("is_enabled").asBoolean())
        .map(variant -> variant(variant, currency))
        .filter(variant -> ids.add(variant.id()))
        .toList();
  }

  private static PrintifyVariant variant(JsonNode variant, Currency currency) {
    String id = ExportValues.text("The variant's id", said(variant.path("id")), 40);
    if (id.isEmpty()) {
      throw new BadRowException("A variant has no id.");
    }
    String named = "Variant %s: ".formatted(id);
    String title =
        ExportValues.text(named + "title", said(variant.path("title")), ExportValues.MAX_TITLE);
    String sku = ExportValues.code(named + "sku", said(variant.path("sku")));
    return new PrintifyVariant(
        id,
        title.isEmpty() ? id : title,
        sku.isEmpty() ? null : sku,
        price(named, variant.path("price"), currency));
  }

  /// Printify counts hundredths, whatever the currency's smallest unit is.
  private static @Nullable Long price(String named, JsonNode price, Currency currency) {
    if (price.isMissingNode() || price.isNull()) {
      return null;
    }
    BigDecimal cents = price.isNumber() ? price.decimalValue() : null;
    if (cents == null || cents.signum() < 0 || cents.compareTo(MAX_CENTS) > 0) {
      throw new BadRowException(
          "%sprice %s is no number of cents.".formatted(named, ExportValues.shown(price.asText())));
    }
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    return cents
        .movePointLeft(2)
        .setScale(decimals, RoundingMode.HALF_UP)
        .unscaledValue()
        .longValueExact();
  }

  private static String said(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  /// What a product is in Shopify, of which at least one part is known.
  private record Shopify(@Nullable String id, @Nullable String handle) {

    /// Older data has a list. What is published elsewhere than in Shopify is not meant: neither are
    /// its ids digits, nor its addresses Shopify's.
    static Optional<Shopify> in(JsonNode external) {
      JsonNode one = external.isArray() ? external.path(0) : external;
      Matcher id = SHOPIFY_ID.matcher(said(one.path("id")).strip());
      String address = said(one.path("handle")).strip();
      Matcher url = PRODUCT_URL.matcher(address);
      String handle = url.matches() ? url.group(1) : address;
      boolean elsewhere =
          handle.contains("/") || (!said(one.path("id")).isBlank() && !id.matches());
      if (elsewhere || (handle.isEmpty() && !id.matches())) {
        return Optional.empty();
      }
      String name = ExportValues.text("external.handle", handle, ExportValues.MAX_NAME);
      return Optional.of(
          new Shopify(id.matches() ? id.group(1) : null, name.isEmpty() ? null : name));
    }
  }
}
