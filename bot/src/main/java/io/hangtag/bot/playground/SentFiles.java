package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.playground.FileStore.Stored;
import io.hangtag.bot.playground.Media.Kind;
import io.hangtag.bot.playground.Request.Upload;
import java.util.Locale;

/// Finds the file a request means: one it brings, or one Telegram has.
final class SentFiles {

  private static final int MAX_PHOTO = 10 * 1024 * 1024;

  private final FileStore files;

  SentFiles(FileStore files) {
    this.files = files;
  }

  /// The file of an item that is described as an InputMedia.
  Stored stored(Request request, JsonNode item) {
    return stored(request, item.path("media").asText(), kind(item.path("type").asText()));
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "photo" -> Kind.PHOTO;
      case "video" -> Kind.VIDEO;
      case "document" -> Kind.DOCUMENT;
      default -> throw Refusal.notImplemented("media of type " + type);
    };
  }

  void requireGiven(Request request, String field) {
    if (!request.has(field) && request.upload(field).isEmpty()) {
      throw Refusal.badRequest("there is no " + field + " in the request");
    }
  }

  /// @param reference a file_id, `attach://name`, or empty for the upload in the kind's own field
  /// @throws Refusal when there is no such file, or it is of another kind
  Stored stored(Request request, String reference, Kind kind) {
    if (reference.startsWith("http://") || reference.startsWith("https://")) {
      throw Refusal.notImplemented("sending files by URL");
    }
    boolean isAttached = reference.startsWith("attach://");
    if (reference.isEmpty() || isAttached) {
      String name = isAttached ? reference.substring("attach://".length()) : kind.field();
      return files.upload(media(upload(request, name), kind));
    }
    Stored stored =
        files
            .find(reference)
            .orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
    if (stored.media().kind() != kind) {
      throw Refusal.badRequest(
          "can't use file of type %s as %s".formatted(word(stored.media().kind()), word(kind)));
    }
    return stored;
  }

  private static Upload upload(Request request, String name) {
    return request
        .upload(name)
        .orElseThrow(() -> Refusal.badRequest("there is no file to upload: " + name));
  }

  private static Media media(Upload upload, Kind kind) {
    Content content = upload.content();
    if (content.size() == 0) {
      throw Refusal.badRequest("file must be non-empty");
    }
    return switch (kind) {
      case PHOTO -> photo(content);
      case VIDEO -> new Media(kind, content, upload.fileName(), 1080, 1920, 10);
      case DOCUMENT -> new Media(kind, content, upload.fileName(), 0, 0, 0);
    };
  }

  private static Media photo(Content content) {
    if (content.size() > MAX_PHOTO) {
      throw Refusal.badRequest("file is too big");
    }
    Media photo;
    try {
      photo = Media.photo(content.bytes());
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
    }
    int ratio = Math.max(photo.width(), photo.height()) / Math.min(photo.width(), photo.height());
    if (photo.width() + photo.height() > 10_000 || ratio >= 20) {
      throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
    }
    return photo;
  }

  private static String word(Kind kind) {
    String name = kind.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
