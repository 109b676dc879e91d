package io.hangtag.core.importing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The objects of a file as Shopify's Admin API gives them, one at a time: `{"orders":[...]}`,
/// `{"order":{...}}` or the bare array.
final class JsonObjects {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final int MAX_NAMES_SHOWN = 5;

  private final ExportText text;
  private final String plural;
  private final String singular;
  private final List<String> otherNames = new ArrayList<>();
  private int objects;
  private boolean found;

  JsonObjects(ExportText text, String plural, String singular) {
    this.text = text;
    this.plural = plural;
    this.singular = singular;
  }

  /// Gives every object to `taker`.
  ///
  /// @throws RefusedFileException if there are none in the file
  void read(Taker taker) throws IOException {
    try (JsonParser parser = MAPPER.createParser(text.reader())) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        takeAll(parser, taker);
      } else {
        readMembers(parser, taker);
      }
    } catch (JacksonException e) {
      refuseOrReject(e, taker);
    }
    if (!found) {
      throw new RefusedFileException(
          "The file is not Shopify's %s as JSON: it has no '%s', but %s."
              .formatted(
                  plural,
                  plural,
                  otherNames.isEmpty() ? "nothing" : String.join(", ", otherNames)));
    }
  }

  private void readMembers(JsonParser parser, Taker taker) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(plural) && value == JsonToken.START_ARRAY) {
        takeAll(parser, taker);
      } else if (name.equals(singular) && value == JsonToken.START_OBJECT) {
        take(parser, taker);
      } else {
        if (otherNames.size() < MAX_NAMES_SHOWN) {
          otherNames.add(ExportValues.shown(name));
        }
        parser.skipChildren();
      }
    }
  }

  private void takeAll(JsonParser parser, Taker taker) throws IOException {
    found = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      take(parser, taker);
    }
  }

  private void take(JsonParser parser, Taker taker) throws IOException {
    found = true;
    JsonNode object = parser.readValueAsTree();
    objects++;
    taker.take(objects, object);
  }

  private void refuseOrReject(JacksonException e, Taker taker) {
    JsonLocation at = e.getLocation();
    String where =
        at == null ? "" : " in line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    if (objects == 0) {
      throw new RefusedFileException("The file is not JSON, or cut off%s.".formatted(where));
    }
    taker.reject(
        objects + 1,
        "The JSON is damaged or cut off%s; nothing behind it could be read.".formatted(where));
  }

  /// Who makes something of the objects.
  interface Taker {
    /// Takes one of them.
    ///
    /// @param number of the object, from 1
    void take(int number, JsonNode object);

    /// Hears what cannot be read.
    void reject(int number, String reason);
  }
}
