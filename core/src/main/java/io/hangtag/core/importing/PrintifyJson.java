package io.hangtag.core.importing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads products as Printify's API gives them: pages of a list
/// (`{"current_page":1,"data":[...]}`), a bare array, or a product alone; several of these may
/// follow one another.
///
/// Holds one product at a time, and the ids it has seen.
final class PrintifyJson {
  private static final Set<String> LISTS = Set.of("data", "products");

  private final ExportText text;
  private final Currency currency;
  private final ImportTally tally;
  private final Map<String, Integer> seen = new HashMap<>();
  private int objects;
  private boolean hasLists;
  private boolean hasProducts;

  PrintifyJson(ExportText text, Currency currency, ImportTally tally) {
    this.text = text;
    this.currency = currency;
    this.tally = tally;
  }

  /// @throws RefusedFileException if there are no products in the file
  void read(PrintifyUpdate update) throws IOException {
    try (JsonParser parser = JsonObjects.MAPPER.createParser(text.reader())) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      for (JsonToken start = parser.nextToken(); start != null; start = parser.nextToken()) {
        if (start == JsonToken.START_ARRAY) {
          takeAll(parser, update);
        } else if (start == JsonToken.START_OBJECT) {
          readMembers(parser, update);
        } else {
          throw notPrintify();
        }
      }
    } catch (JacksonException e) {
      refuseOrReject(e);
    }
    if (!hasProducts && (objects > 0 || !hasLists)) {
      throw notPrintify();
    }
  }

  private static RefusedFileException notPrintify() {
    return new RefusedFileException(
        "The file is not Printify's products as JSON: it has no object with 'id', 'title' and"
            + " 'variants' as Printify writes them.");
  }

  /// A page of a list, or one product: that shows at the end.
  private void readMembers(JsonParser parser, PrintifyUpdate update) throws IOException {
    ObjectNode others = JsonObjects.MAPPER.createObjectNode();
    boolean isPage = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name)) {
        isPage = true;
        takeAll(parser, update);
      } else {
        others.set(name, parser.readValueAsTree());
      }
    }
    if (!isPage) {
      take(others, update);
    }
  }

  private void takeAll(JsonParser parser, PrintifyUpdate update) throws IOException {
    hasLists = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      take(parser.readValueAsTree(), update);
    }
  }

  private void take(JsonNode object, PrintifyUpdate update) {
    objects++;
    tally.read();
    hasProducts |= PrintifyJsonProduct.isOne(object);
    try {
      PrintifyProduct product = PrintifyJsonProduct.read(object, currency);
      Integer earlier = seen.putIfAbsent(product.id(), objects);
      if (earlier != null) {
        throw new BadRowException(
            "Product %s is in the file already, as object %d."
                .formatted(ExportValues.shown(product.id()), earlier));
      }
      update.take(product);
    } catch (BadRowException e) {
      tally.reject(objects, e.reason());
    }
  }

  private void refuseOrReject(JacksonException e) {
    JsonLocation at = e.getLocation();
    String where =
        at == null ? "" : " in line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    if (objects == 0) {
      throw new RefusedFileException("The file is not JSON, or cut off%s.".formatted(where));
    }
    tally.reject(
        objects + 1,
        "The JSON is damaged or cut off%s; nothing behind it could be read.".formatted(where));
  }
}
