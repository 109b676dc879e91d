package io.hangtag.core.importing;

import io.hangtag.core.media.MediaId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a batch of posts calls its media: by number, else by path, else by file name.
record PostMediaNames(
    Map<Long, List<MediaId>> byNumber,
    Map<String, List<MediaId>> byPath,
    Map<String, List<MediaId>> byFileName) {
  // Longer ones may not fit a long, and no team has that many.
  private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]{0,17}");

  static PostMediaNames of(Collection<ExportedPost> posts, PostMediaQueries queries) {
    List<String> names = posts.stream().flatMap(post -> post.media().stream()).distinct().toList();
    List<Long> numbers =
        names.stream().filter(PostMediaNames::isNumber).map(Long::valueOf).distinct().toList();
    return new PostMediaNames(
        numbers.isEmpty() ? Map.of() : queries.mediaByNumber(numbers),
        queries.mediaByPath(names),
        queries.mediaByFileName(names));
  }

  private static boolean isNumber(String name) {
    return NUMBER.matcher(name).matches();
  }

  /// The items that a post shows, each once, in its order.
  ///
  /// @throws BadRowException if one is not known, or may be several
  List<MediaId> mediaOf(ExportedPost post) {
    return post.media().stream().map(this::mediaNamed).distinct().toList();
  }

  private MediaId mediaNamed(String name) {
    List<MediaId> meant = meant(name);
    if (meant.isEmpty()) {
      throw new BadRowException(
          "media %s is not known: import its folder first, or say its number."
              .formatted(ExportValues.shown(name)));
    }
    if (meant.size() > 1) {
      throw new BadRowException(
          "media %s may be each of %s: say the number or path."
              .formatted(
                  ExportValues.shown(name),
                  meant.stream()
                      .limit(5)
                      .map(MediaId::toString)
                      .collect(Collectors.joining(", "))));
    }
    return meant.getFirst();
  }

  private List<MediaId> meant(String name) {
    List<List<MediaId>> kinds = new ArrayList<>();
    if (isNumber(name)) {
      kinds.add(byNumber.getOrDefault(Long.valueOf(name), List.of()));
    }
    kinds.add(byPath.getOrDefault(name, List.of()));
    kinds.add(byFileName.getOrDefault(name, List.of()));
    return kinds.stream().filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
  }
}
