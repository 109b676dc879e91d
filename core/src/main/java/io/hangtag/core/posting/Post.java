package io.hangtag.core.posting;

import io.hangtag.core.media.MediaId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Media shown somewhere at a time.
///
/// @param postedAt when the platform published it, or is to
/// @param externalId the platform's; null: not known
/// @param permalink null: not known
/// @param media what it shows, in its order
public record Post(
    Channel channel,
    Instant postedAt,
    PostStatus status,
    @Nullable String externalId,
    @Nullable String permalink,
    Engagement engagement,
    List<MediaId> media) {
  public Post {
    media = List.copyOf(media);
  }
}
