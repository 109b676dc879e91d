package io.hangtag.core.importing;

import io.hangtag.core.posting.Channel;
import io.hangtag.core.posting.Engagement;
import io.hangtag.core.posting.PostStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post as a row of a file tells of it.
///
/// @param line where the row begins
/// @param media what the row calls its media, in its order
/// @param status null: not said
/// @param externalId null: not said
/// @param permalink null: not said
record ExportedPost(
    long line,
    List<String> media,
    Instant postedAt,
    Channel channel,
    @Nullable PostStatus status,
    @Nullable String externalId,
    @Nullable String permalink,
    Engagement engagement) {
  ExportedPost {
    media = List.copyOf(media);
  }
}
