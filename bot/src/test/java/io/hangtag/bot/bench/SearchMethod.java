package io.hangtag.bot.bench;

import java.util.List;

/// A way of finding products.
interface SearchMethod {
  /// What the output calls it.
  String name();

  /// Documents, best first, at most so many.
  List<String> find(String query, int limit);
}
