package io.hangtag.core.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/// Reads products as Shopify's Admin API gives them: `{"products":[...]}`, `{"product":{...}}` or
/// the bare array.
///
/// Holds one product at a time, and the handles and ids it has seen.
final class ShopifyJson implements JsonObjects.Taker {
  private final ExportText text;
  private final Currency currency;
  private final ProductIntake intake;
  private final Map<String, Integer> seen = new HashMap<>();
  private int objects;
  private boolean hasHandles;

  ShopifyJson(ExportText text, Currency currency, ProductIntake intake) {
    this.text = text;
    this.currency = currency;
    this.intake = intake;
  }

  /// @throws RefusedFileException if there are no products in the file
  void read() throws IOException {
    new JsonObjects(text, "products", "product").read(this);
    if (objects > 0 && !hasHandles) {
      throw new RefusedFileException(
          "The file is not Shopify's products as JSON: none of its objects has a 'handle'.");
    }
  }

  @Override
  public void take(int number, JsonNode object) {
    objects = number;
    intake.read();
    hasHandles |= object.hasNonNull("handle");
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

  @Override
  public void reject(int number, String reason) {
    intake.reject(number, reason);
  }
}
