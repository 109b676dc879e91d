package io.hangtag.core.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.core.catalog.ProductStatus;
import io.hangtag.core.importing.ExportedProduct.ExportedVariant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A product as JSON of Shopify, by the names of its REST and its GraphQL interface alike.
final class ShopifyJsonProduct {
  private final JsonNode object;
  private final Currency currency;
  private final Consumer<String> rejectVariant;
  private final String handle;
  private final @Nullable String shopifyId;

  /// Reads the names by which the product is known.
  ///
  /// @param rejectVariant hears why a variant is left out
  /// @throws BadRowException if the object is no product
  ShopifyJsonProduct(JsonNode object, Currency currency, Consumer<String> rejectVariant) {
    this.object = object;
    this.currency = currency;
    this.rejectVariant = rejectVariant;
    this.handle = required("handle", ExportValues.MAX_NAME);
    this.shopifyId = id(object);
  }

  String handle() {
    return handle;
  }

  Optional<String> shopifyId() {
    return Optional.ofNullable(shopifyId);
  }

  /// The variants that stand within a product.
  static Iterable<JsonNode> variantsIn(JsonNode product) {
    return product.path("variants");
  }

  /// The product with those variants that are good; empty if none of them is.
  ///
  /// @throws BadRowException if something of the product itself is wrong
  Optional<ExportedProduct> read(Iterable<JsonNode> variants) {
    List<ExportedVariant> good = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    int position = 0;
    for (JsonNode variant : variants) {
      position++;
      try {
        good.add(variant(variant, position, titles));
      } catch (BadRowException e) {
        rejectVariant.accept(e.reason());
      }
    }
    ExportedProduct product =
        new ExportedProduct(
            handle,
            shopifyId,
            required("title", ExportValues.MAX_TITLE),
            name("product_type", "productType"),
            name("vendor"),
            tags(),
            status(),
            imageUrl(),
            good);
    return good.isEmpty() && position > 0 ? Optional.empty() : Optional.of(product);
  }

  private String required(String name, int max) {
    String value = ExportValues.text(name, object.path(name).asText(), max);
    if (value.isEmpty()) {
      throw new BadRowException("The product has no " + name + ".");
    }
    return value;
  }

  private @Nullable String name(String... names) {
    for (String name : names) {
      if (object.has(name)) {
        return ExportValues.text(name, said(object.path(name)), ExportValues.MAX_NAME);
      }
    }
    return null;
  }

  private @Nullable List<String> tags() {
    JsonNode tags = object.path("tags");
    if (tags.isArray()) {
      return ExportValues.tags("tags", tags.valueStream().map(ShopifyJsonProduct::said).toList());
    }
    return tags.isMissingNode() ? null : ExportValues.tags("tags", said(tags));
  }

  private @Nullable ProductStatus status() {
    return object.has("status") ? ExportValues.status("status", said(object.path("status"))) : null;
  }

  private @Nullable String imageUrl() {
    List<JsonNode> places =
        List.of(
            object.at("/image/src"),
            object.at("/images/0/src"),
            object.at("/featuredImage/url"),
            object.at("/featuredMedia/preview/image/url"));
    boolean says =
        Stream.of("image", "images", "featuredImage", "featuredMedia").anyMatch(object::has);
    return places.stream()
        .filter(JsonNode::isTextual)
        .findFirst()
        .map(url -> ExportValues.text("image", url.asText(), ExportValues.MAX_URL))
        .orElse(says ? "" : null);
  }

  private ExportedVariant variant(JsonNode variant, int position, Set<String> titles) {
    String title = variantTitle(variant);
    String named = "Variant %s: ".formatted(ExportValues.shown(title));
    ExportedVariant exported =
        new ExportedVariant(
            position,
            title,
            code(named, variant, "sku"),
            code(named, variant, "barcode"),
            ExportValues.price(named + "price", said(variant.path("price")), currency),
            id(variant));
    if (!titles.add(title)) {
      throw new BadRowException(named + "the product has it twice.");
    }
    return exported;
  }

  private static String variantTitle(JsonNode variant) {
    String title = said(variant.path("title")).strip();
    String options =
        Stream.of("option1", "option2", "option3")
            .map(option -> said(variant.path(option)).strip())
            .filter(option -> !option.isEmpty())
            .collect(Collectors.joining(" / "));
    String best = title.isEmpty() ? options : title;
    return best.isEmpty()
        ? "Default Title"
        : ExportValues.text("The variant title", best, ExportValues.MAX_TITLE);
  }

  private static @Nullable String code(String named, JsonNode variant, String name) {
    return variant.has(name) ? ExportValues.code(named + name, said(variant.path(name))) : null;
  }

  /// The digits of `1071559748` as well as of `gid://shopify/Product/1071559748`.
  private static @Nullable String id(JsonNode object) {
    String id = said(object.path("id"));
    if (id.isEmpty()) {
      return null;
    }
    String digits = id.substring(id.lastIndexOf('/') + 1);
    if (!digits.matches("[0-9]{1,20}")) {
      throw new BadRowException("id %s is not one of Shopify's.".formatted(ExportValues.shown(id)));
    }
    return digits;
  }

  private static String said(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }
}
