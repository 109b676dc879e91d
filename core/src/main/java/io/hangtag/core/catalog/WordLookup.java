package io.hangtag.core.catalog;

import org.jspecify.annotations.Nullable;

/// By what an index finds the products that have words and the beginning of a last one.
///
/// @param words with less of the last word where that saves reading all products with such words
/// @param few some of the words, for what has all of them whole; null: all of them
/// @param newest how many of the newest products are looked at before an index is, for what a good
///     part of them has; 0 where an index is quicker
record WordLookup(String words, @Nullable String few, int newest) {}
