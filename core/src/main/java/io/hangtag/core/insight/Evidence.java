package io.hangtag.core.insight;

import org.jspecify.annotations.Nullable;

/// What an insight rests on.
///
/// @param n posts, or weeks where weeks are compared
/// @param estimate with its 90 % interval; null: not enough data, or nothing stands out that it
///     could be of
/// @param p of this insight by itself; null: not enough data
/// @param adjustedP given that all insights were looked at; null: not enough data
/// @param sentence for people, never "because"
public record Evidence(
    Verdict verdict,
    long n,
    @Nullable Estimate estimate,
    @Nullable Double p,
    @Nullable Double adjustedP,
    Grade grade,
    String sentence) {}
