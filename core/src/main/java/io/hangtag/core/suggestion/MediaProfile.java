package io.hangtag.core.suggestion;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is known of a media item that evidence is looked for in.
///
/// @param fileName null: has none
/// @param category null: none
/// @param texts what is written on and about it, the surest first; none of them blank
record MediaProfile(
    WorkspaceId workspace,
    MediaId id,
    @Nullable String fileName,
    @Nullable String category,
    List<String> tags,
    List<Text> texts) {
  MediaProfile {
    tags = List.copyOf(tags);
    texts = List.copyOf(texts);
  }

  /// The texts that may have ordinary words, joined.
  String words() {
    return texts.stream()
        .filter(text -> text.origin() != Origin.FOLDER)
        .map(Text::folded)
        .collect(Collectors.joining(" "));
  }

  /// Where a text stands.
  enum Origin {
    FILE_NAME("the file name"),
    CAPTION("the caption"),
    TITLE("its title"),
    HASHTAG("a tag"),
    FOLDER("the folder");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// A text as names are compared: in lower case without accents, its words joined by blanks.
  record Text(Origin origin, String folded) {
    private static final int MAX_WORDS = 80;

    List<String> words() {
      return Stream.of(folded.split(" ")).filter(word -> !word.isEmpty()).limit(MAX_WORDS).toList();
    }
  }
}
