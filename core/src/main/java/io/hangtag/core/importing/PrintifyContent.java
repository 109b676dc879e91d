package io.hangtag.core.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jooq.JSONB;

/// What Printify says of a product, as the catalogue stores it.
final class PrintifyContent {
  private static final JsonMapper JSON = new JsonMapper();

  private PrintifyContent() {}

  static JSONB write(PrintifyProduct product) {
    try {
      return JSONB.valueOf(JSON.writeValueAsString(product));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A product cannot be written as JSON", e);
    }
  }

  static PrintifyProduct read(JSONB content) {
    try {
      return JSON.readValue(content.data(), PrintifyProduct.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("product_aliases.content is no product of Printify", e);
    }
  }
}
