package io.hangtag.core.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The category and the tags of media.
///
/// @param category null: none
/// @param tags in the order they were given
public record Labels(@Nullable String category, List<String> tags) {
  /// The longest category or tag, in characters.
  public static final int MAX_LENGTH = 60;

  /// The most tags of one photo or video.
  public static final int MAX_TAGS = 30;

  public Labels {
    tags = List.copyOf(tags);
  }

  /// With these tags more and these less. Letters' case makes no other tag.
  Labels with(List<String> added, List<String> removed) {
    List<String> kept = tags.stream().filter(tag -> !has(removed, tag)).toList();
    List<String> more = added.stream().filter(tag -> !has(kept, tag)).toList();
    return new Labels(category, Stream.concat(kept.stream(), more.stream()).toList());
  }

  Labels in(Optional<String> other) {
    return new Labels(other.orElse(null), tags);
  }

  static boolean has(List<String> tags, String tag) {
    return tags.stream().anyMatch(tag::equalsIgnoreCase);
  }
}
