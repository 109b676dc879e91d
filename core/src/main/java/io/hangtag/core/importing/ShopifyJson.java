package io.hangtag.core.importing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads products as Shopify's Admin API gives them: `{"products":[...]}`, `{"product":{...}}` or
/// the bare array.
///
/// Holds one product at a time, and the handles and ids it has seen.
final class ShopifyJson {
  private static final int MAX_NAMES_SHOWN = 5;

  private final ExportText text;
  private final Currency currency;
  private final ProductIntake intake;
  private final Map<String, Integer> seen = new HashMap<>();
  private int objects;
  private boolean hasProducts;
  private boolean hasHandles;

  ShopifyJson(ExportText text, Currency currency, ProductIntake intake) {
    this.text = text;
    this.currency = currency;
    this.intake = intake;
  }

  /// @throws RefusedFileException if there are no products in the file
  void read() throws IOException {
    List<String> otherNames = new ArrayList<>();
    try (JsonParser parser = ShopifyJsonProduct.MAPPER.createParser(text.reader())) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        takeAll(parser);
      } else {
        readMembers(parser, otherNames);
      }
    } catch (JacksonException e) {
      refuseOrReject(e);
    }
    if (!hasProducts) {
      throw new RefusedFileException(
          "The file is not Shopify's products as JSON: it has no 'products', but %s."
              .formatted(otherNames.isEmpty() ? "nothing" : String.join(", ", otherNames)));
    }
    if (objects > 0 && !hasHandles) {
      throw new RefusedFileException(
          "The file is not Shopify's products as JSON: none of its objects has a 'handle'.");
    }
  }

  private void readMembers(JsonParser parser, List<String> otherNames) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("products") && value == JsonToken.START_ARRAY) {
        takeAll(parser);
      } else if (name.equals("product") && value == JsonToken.START_OBJECT) {
        hasProducts = true;
        take(parser.readValueAsTree());
      } else {
        if (otherNames.size() < MAX_NAMES_SHOWN) {
          otherNames.add(ExportValues.shown(name));
        }
        parser.skipChildren();
      }
    }
  }

  private void takeAll(JsonParser parser) throws IOException {
    hasProducts = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      take(parser.readValueAsTree());
    }
  }

  private void take(JsonNode object) {
    objects++;
    intake.read();
    hasHandles |= object.hasNonNull("handle");
    int number = objects;
    try {
      ShopifyJsonProduct product =
          new ShopifyJsonProduct(object, currency, reason -> intake.reject(number, reason));
      refuseRepeated("Product ", product.handle());
      product.shopifyId().ifPresent(id -> refuseRepeated("Id ", id));
      product.read(ShopifyJsonProduct.variantsIn(object)).ifPresent(intake::take);
    } catch (BadRowException e) {
      intake.reject(number, e.reason());
    }
  }

  private void refuseRepeated(String what, String name) {
    Integer earlier = seen.putIfAbsent(what + name, objects);
    if (earlier != null) {
      throw new BadRowException(
          "%s%s is in the file already, as object %d."
              .formatted(what, ExportValues.shown(name), earlier));
    }
  }

  private void refuseOrReject(JacksonException e) {
    JsonLocation at = e.getLocation();
    String where =
        at == null ? "" : " in line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    if (objects == 0) {
      throw new RefusedFileException("The file is not JSON, or cut off%s.".formatted(where));
    }
    intake.reject(
        objects + 1,
        "The JSON is damaged or cut off%s; nothing behind it could be read.".formatted(where));
  }
}
