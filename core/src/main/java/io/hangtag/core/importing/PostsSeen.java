package io.hangtag.core.importing;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.posting.Channel;
import io.hangtag.core.posting.Post;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which posts a file has told of so far, and in which line.
///
/// The second row of a post is left out. Else both would be stored again with each import of the
/// same file, in turns.
final class PostsSeen {
  private final Map<Name, Long> named = new HashMap<>();
  private final Map<Moment, Long> anyAt = new HashMap<>();
  private final Map<Moment, Long> namelessAt = new HashMap<>();
  private final Map<Long, Long> stored = new HashMap<>();

  /// The line that told of this post already. Without an id of its own a post is what was shown on
  /// a channel at a time.
  Optional<Long> lineOf(Post post) {
    Moment moment = Moment.of(post);
    Name name = Name.of(post);
    if (name == null) {
      return Optional.ofNullable(anyAt.get(moment));
    }
    return Optional.ofNullable(named.get(name))
        .or(() -> Optional.ofNullable(namelessAt.get(moment)));
  }

  void add(Post post, long line) {
    Moment moment = Moment.of(post);
    Name name = Name.of(post);
    anyAt.putIfAbsent(moment, line);
    if (name == null) {
      namelessAt.putIfAbsent(moment, line);
    } else {
      named.put(name, line);
    }
  }

  /// The line that told of the stored post with this number.
  Optional<Long> lineOfStored(long id) {
    return Optional.ofNullable(stored.get(id));
  }

  void addStored(long id, long line) {
    stored.put(id, line);
  }

  /// What a platform calls a post.
  record Name(Channel channel, String externalId) {
    static @Nullable Name of(Post post) {
      return post.externalId() == null ? null : new Name(post.channel(), post.externalId());
    }
  }

  /// What tells posts apart that have no id; the order of media does not.
  record Moment(Channel channel, Instant postedAt, Set<MediaId> media) {
    static Moment of(Post post) {
      return new Moment(post.channel(), post.postedAt(), Set.copyOf(post.media()));
    }
  }
}
