package io.hangtag.bot.chat;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaKind;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What people call the media they mean: `photo 42`, `video 43`, `album of 3 (photos 42, 44, video
/// 43)`. The numbers are those that the command line takes.
public final class MediaNames {
  /// Of an album's items.
  private static final int MOST_NUMBERS = 10;

  private static final int LONGEST_TITLE = 40;

  private final MediaLibrary media;

  public MediaNames(MediaLibrary media) {
    this.media = media;
  }

  /// The name of the item, or of as much of its album as has arrived.
  public String of(WorkspaceId workspace, Subject subject) {
    List<MediaId> items = media.itemsOf(workspace, subject);
    return items.size() > 1 || subject.album().isEmpty()
        ? of(workspace, items)
        : of(workspace, items) + " and its album";
  }

  /// The name of these items together.
  public String of(WorkspaceId workspace, List<MediaId> items) {
    Map<MediaKind, List<MediaId>> byKind = byKind(workspace, items);
    String names =
        byKind.entrySet().stream()
            .map(entry -> Texts.numbered(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return items.size() > 1 ? Texts.album(items.size(), names) : names;
  }

  /// The name of one item, with its title if it has one: `photo 42 · Summer beach`. Plain text.
  public String titled(WorkspaceId workspace, MediaId item) {
    String name = of(workspace, List.of(item));
    return title(workspace, item).map(title -> name + " · " + title).orElse(name);
  }

  /// The title of an item, cut to what people take in.
  public Optional<String> title(WorkspaceId workspace, MediaId item) {
    return media
        .find(workspace, item)
        .flatMap(found -> Optional.ofNullable(found.title()))
        .map(title -> Html.plain(title, LONGEST_TITLE))
        .filter(title -> !title.isEmpty());
  }

  private Map<MediaKind, List<MediaId>> byKind(WorkspaceId workspace, List<MediaId> items) {
    Map<MediaId, MediaKind> kinds = media.kindsOf(workspace, items);
    return items.stream()
        .distinct()
        .limit(MOST_NUMBERS)
        .collect(
            Collectors.groupingBy(
                item -> kinds.getOrDefault(item, MediaKind.PHOTO),
                LinkedHashMap::new,
                Collectors.toList()));
  }
}
