package io.hangtag.core.merging;

import io.hangtag.core.media.Labels;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an item has that its twin may lack; null: it has none.
///
/// @param fileId for sending it
record Words(
    @Nullable String fileId,
    @Nullable String title,
    @Nullable String caption,
    @Nullable String category,
    List<String> tags) {
  Words {
    tags = List.copyOf(tags);
  }

  /// What this item would get from its twin. Letters' case makes no other tag.
  Words lackingOf(Words twin) {
    List<String> more =
        twin.tags.stream()
            .filter(tag -> tags.stream().noneMatch(tag::equalsIgnoreCase))
            .limit(Math.max(0, Labels.MAX_TAGS - tags.size()))
            .toList();
    return new Words(
        fileId == null ? twin.fileId : null,
        title == null ? twin.title : null,
        caption == null ? twin.caption : null,
        category == null ? twin.category : null,
        more);
  }

  /// With what was lacking.
  Words with(Words given) {
    return new Words(
        fileId == null ? given.fileId : fileId,
        title == null ? given.title : title,
        caption == null ? given.caption : caption,
        category == null ? given.category : category,
        Stream.concat(tags.stream(), given.tags.stream()).toList());
  }

  /// Without what was given and is still as it was given.
  Words without(Words given) {
    return new Words(
        unlessSame(fileId, given.fileId),
        unlessSame(title, given.title),
        unlessSame(caption, given.caption),
        unlessSame(category, given.category),
        tags.stream().filter(tag -> !given.tags.contains(tag)).toList());
  }

  /// How much of what was given is not as it was given. A file's newer name counts for nothing.
  int changedSince(Words given) {
    return (int)
        (Stream.of(
                    isChanged(title, given.title),
                    isChanged(caption, given.caption),
                    isChanged(category, given.category))
                .filter(isChanged -> isChanged)
                .count()
            + given.tags.stream().filter(tag -> !tags.contains(tag)).count());
  }

  private static @Nullable String unlessSame(@Nullable String own, @Nullable String given) {
    return Objects.equals(own, given) ? null : own;
  }

  private static boolean isChanged(@Nullable String own, @Nullable String given) {
    return given != null && !given.equals(own);
  }
}
