package io.hangtag.bot.chat.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Several SKUs in one command: `SKU:ABC123, sku:def456`.
///
/// They are parted by commas, semicolons and lines, or by the word `SKU:` itself.
///
/// @param skus without `SKU:`, each once
/// @param wrongType what was named as the type and is none; empty: nothing
record SkuList(List<String> skus, String wrongType) {
  private static final Pattern SKU = Pattern.compile("(?i)sku:\\s*");
  private static final Pattern BETWEEN = Pattern.compile("[,;\\n]+|\\s+(?i:(?=sku:))");
  private static final Pattern AS = Pattern.compile("(?i)\\sas\\s+(?<type>\\p{L}+)\\s*$");

  SkuList {
    skus = List.copyOf(skus);
  }

  /// The SKUs in a query; none unless it begins with one.
  static SkuList of(String query) {
    if (!SKU.matcher(query).lookingAt()) {
      return new SkuList(List.of(), "");
    }
    Matcher as = AS.matcher(query);
    boolean typed = as.find();
    String listed = typed ? query.substring(0, as.start()) : query;
    Map<String, String> skus = new TreeMap<>();
    List<String> order = new ArrayList<>();
    Arrays.stream(BETWEEN.split(listed))
        .map(part -> SKU.matcher(part.strip()).replaceFirst("").strip())
        .filter(sku -> !sku.isEmpty())
        .filter(sku -> skus.putIfAbsent(sku.toLowerCase(Locale.ROOT), sku) == null)
        .forEach(order::add);
    return new SkuList(order, typed ? as.group("type") : "");
  }
}
