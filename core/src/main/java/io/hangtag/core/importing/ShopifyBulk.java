package io.hangtag.core.importing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the result of a Shopify bulk operation on products: a JSON object a line, variants as
/// lines of their own that name their product.
///
/// Shopify promises no order, so all products are held in memory until the last line.
final class ShopifyBulk {
  private static final String PARENT = "__parentId";

  private final ExportText text;
  private final Currency currency;
  private final ProductIntake intake;
  private final Map<String, Family> families = new LinkedHashMap<>();
  private final List<Line> variants = new ArrayList<>();
  private final Set<String> handles = new HashSet<>();

  ShopifyBulk(ExportText text, Currency currency, ProductIntake intake) {
    this.text = text;
    this.currency = currency;
    this.intake = intake;
  }

  /// Whether a file that begins with this line is the result of a bulk operation.
  static boolean isOne(String firstLine) {
    return object(firstLine).filter(it -> id(it).startsWith("gid://shopify/")).isPresent();
  }

  void read() throws IOException {
    long line = 0;
    for (Optional<String> next = text.nextLine(); next.isPresent(); next = text.nextLine()) {
      line++;
      if (!next.get().isBlank()) {
        sort(line, next.get());
      }
    }
    variants.forEach(this::join);
    families.values().forEach(this::take);
  }

  private void sort(long line, String text) {
    Optional<ObjectNode> object = object(text);
    if (object.isEmpty()) {
      intake.reject(line, "The line is not a JSON object: " + ExportValues.shown(text) + ".");
      return;
    }
    String id = id(object.get());
    if (id.startsWith("gid://shopify/ProductVariant/")) {
      variants.add(new Line(line, object.get()));
    } else if (id.startsWith("gid://shopify/Product/")) {
      intake.read();
      Line product = new Line(line, object.get());
      if (families.putIfAbsent(id, new Family(product, new ArrayList<>())) != null) {
        intake.reject(line, "Product %s is in the file already.".formatted(ExportValues.shown(id)));
      }
    }
  }

  private void join(Line variant) {
    Family family = families.get(variant.object().path(PARENT).asText());
    if (family == null) {
      intake.reject(variant.number(), "The product of this variant is not in the file.");
    } else {
      family.variants().add(variant.object());
    }
  }

  private void take(Family family) {
    long line = family.product().number();
    try {
      ShopifyJsonProduct product =
          new ShopifyJsonProduct(
              family.product().object(), currency, reason -> intake.reject(line, reason));
      if (!handles.add(product.handle())) {
        throw new BadRowException(
            "Product %s is in the file already.".formatted(ExportValues.shown(product.handle())));
      }
      product.read(family.variants()).ifPresent(intake::take);
    } catch (BadRowException e) {
      intake.reject(line, e.reason());
    }
  }

  private static Optional<ObjectNode> object(String line) {
    try {
      JsonNode node = JsonObjects.MAPPER.readTree(line);
      if (node instanceof ObjectNode object) {
        object.remove(List.of("descriptionHtml", "bodyHtml", "description"));
        return Optional.of(object);
      }
      return Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static String id(JsonNode object) {
    return object.path("id").asText();
  }

  private record Line(long number, ObjectNode object) {}

  private record Family(Line product, List<JsonNode> variants) {}
}
