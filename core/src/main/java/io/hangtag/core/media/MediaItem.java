package io.hangtag.core.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A photo or video of the team.
///
/// @param fileName null: photos in chat have none
/// @param category null: none
/// @param tags as given, by name
/// @param title null: none
/// @param caption null: none
/// @param links confirmed, active links
/// @param posts how often it was posted
public record MediaItem(
    MediaId id,
    MediaKind kind,
    @Nullable String fileName,
    @Nullable String category,
    List<String> tags,
    @Nullable String title,
    @Nullable String caption,
    int links,
    int posts) {
  public MediaItem {
    tags = List.copyOf(tags);
  }
}
