package io.hangtag.core.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A post in the history of media.
///
/// @param permalink null: not known
/// @param by the name of who said so; null: nobody who could be named
public record RecordedPost(
    Channel channel,
    Instant postedAt,
    PostStatus status,
    @Nullable String permalink,
    @Nullable String by) {}
