package io.hangtag.core.linking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// The JSON columns of a link.
final class LinkJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Double>> NUMBERS = new TypeReference<>() {};

  private LinkJson() {}

  /// The tags as the column holds them; null: none.
  static @Nullable JSONB utm(Map<String, String> tags) {
    if (tags.isEmpty()) {
      return null;
    }
    try {
      return JSONB.valueOf(JSON.writeValueAsString(new TreeMap<>(tags)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("utm cannot be written as JSON", e);
    }
  }

  /// The object as the column holds it; null: none.
  static @Nullable JSONB metadata(@Nullable String object) {
    return object == null || object.isBlank() ? null : JSONB.valueOf(object);
  }

  /// Scores by code as the column holds them.
  static String scores(Map<String, Double> scores) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(scores));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("scores cannot be written as JSON", e);
    }
  }

  /// None for null.
  static Map<String, Double> scores(@Nullable JSONB scores) {
    try {
      return scores == null ? Map.of() : JSON.readValue(scores.data(), NUMBERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("suggestion_scores hold no numbers", e);
    }
  }

  static LinkDetails details(
      @Nullable String note,
      @Nullable String campaign,
      @Nullable JSONB utm,
      @Nullable JSONB metadata) {
    return new LinkDetails(
        note,
        campaign,
        utm == null ? Map.of() : strings(utm),
        metadata == null ? null : metadata.data());
  }

  private static Map<String, String> strings(JSONB json) {
    try {
      return JSON.readValue(json.data(), STRINGS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("utm_tags hold no strings", e);
    }
  }
}
