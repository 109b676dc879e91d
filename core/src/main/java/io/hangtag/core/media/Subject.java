package io.hangtag.core.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person is talking about: a media item, and the album it came in.
///
/// @param inAlbum null: sent alone
public record Subject(MediaId media, @Nullable AlbumId inAlbum) {
  /// The album it came in.
  public Optional<AlbumId> album() {
    return Optional.ofNullable(inAlbum);
  }
}
