package io.hangtag.core.insight;

import org.jspecify.annotations.Nullable;

/// A weekday, or some hours of the day, to post in.
///
/// @param name `monday`, `08-12`, or `monday 08-12`
/// @param posts in it
/// @param orderShare share of all orders that came in it: when customers buy, whatever was posted
/// @param ratio sales in the day after its posts to those of the same hours without posts; null: no
///     data
/// @param p that it differs from the others, given that all were looked at; null: no data, or not
///     tested
public record Slot(
    String name, long posts, double orderShare, @Nullable Estimate ratio, @Nullable Double p) {}
