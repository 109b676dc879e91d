package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/// A Bot API method: takes a checked request, gives the result or throws a [Refusal].
@FunctionalInterface
interface Method {

  JsonNode answer(Request request);

  /// By name in small letters.
  static void add(Map<String, Method> methods, String name, Method method) {
    methods.put(name.toLowerCase(Locale.ROOT), method);
  }
}
