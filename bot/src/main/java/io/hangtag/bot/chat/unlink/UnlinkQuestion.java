package io.hangtag.bot.chat.unlink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a list of products to unlink was searched for with, as its menu keeps it.
///
/// @param unlink the words
/// @param album null: alone
record UnlinkQuestion(String unlink, long media, @Nullable Long album) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static UnlinkQuestion of(String words, Subject subject) {
    return new UnlinkQuestion(
        words, subject.media().value(), subject.album().map(AlbumId::value).orElse(null));
  }

  Subject subject() {
    return new Subject(new MediaId(media), album == null ? null : new AlbumId(album));
  }

  String write() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A question is always JSON", e);
    }
  }

  /// Nothing if a forged button names a menu of another kind.
  static Optional<UnlinkQuestion> read(String json) {
    try {
      return Optional.of(JSON.readValue(json, UnlinkQuestion.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
