package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files Telegram keeps. Guarded by the world's monitor.
final class FileStore {

  /// A file with the ids this bot knows it by.
  ///
  /// @param field what a message carries in its photo, video or document field
  record Stored(Media media, JsonNode field) {

    Stored {
      field = field.deepCopy();
    }
  }

  /// One downloadable file: a size of a photo, or the whole of another kind.
  private record Download(String path, Stored stored, ObjectNode file) {}

  private static final int[] PHOTO_SIDES = {90, 320, 800, 1280};

  /// Bots cannot download more than 20 MB.
  static final int MAX_DOWNLOAD = 20 * 1024 * 1024;

  private final Map<String, Download> byId = new HashMap<>();
  private final Map<String, Download> byPath = new HashMap<>();
  private int lastNumber;

  Stored upload(Media media) {
    return switch (media.kind()) {
      case PHOTO -> uploadPhoto(media);
      case VIDEO, DOCUMENT -> uploadWhole(media);
    };
  }

  Optional<Stored> find(String fileId) {
    return Optional.ofNullable(byId.get(fileId)).map(Download::stored);
  }

  /// The answer to getFile.
  Optional<ObjectNode> findFile(String fileId) {
    return Optional.ofNullable(byId.get(fileId)).map(download -> download.file().deepCopy());
  }

  Optional<Content> findContent(String path) {
    return Optional.ofNullable(byPath.get(path))
        .map(download -> download.stored().media().content());
  }

  /// Every size has the same bytes here, but ids of its own, as in Telegram.
  private Stored uploadPhoto(Media media) {
    ArrayNode sizes = Json.array();
    int longest = Math.max(media.width(), media.height());
    for (int side : PHOTO_SIDES) {
      boolean isLast = side >= longest || side == PHOTO_SIDES[PHOTO_SIDES.length - 1];
      double scale = Math.min(1.0, (double) side / longest);
      ObjectNode size = identified("photo");
      size.put("width", (int) Math.max(1, Math.round(media.width() * scale)));
      size.put("height", (int) Math.max(1, Math.round(media.height() * scale)));
      size.put("file_size", media.content().size());
      sizes.add(size);
      if (isLast) {
        break;
      }
    }
    Stored stored = new Stored(media, sizes);
    sizes.forEach(size -> keep(stored, size, "photos/file_%d.jpg"));
    return stored;
  }

  private Stored uploadWhole(Media media) {
    ObjectNode file = identified(media.kind().field());
    if (media.kind() == Media.Kind.VIDEO) {
      file.put("width", media.width())
          .put("height", media.height())
          .put("duration", media.seconds());
    }
    file.put("file_name", media.fileName());
    file.put("mime_type", media.kind().mimeType());
    file.put("file_size", media.content().size());
    Stored stored = new Stored(media, file);
    keep(stored, file, media.kind().field() + "s/file_%d");
    return stored;
  }

  private ObjectNode identified(String kind) {
    lastNumber++;
    return Json.object()
        .put("file_id", "AgACAgIAAxkB" + opaque(kind + lastNumber, 45))
        .put("file_unique_id", "AQAD" + opaque("unique" + kind + lastNumber, 9));
  }

  private void keep(Stored stored, JsonNode ids, String pathPattern) {
    String path = pathPattern.formatted(byPath.size() + 1);
    ObjectNode file =
        Json.object()
            .put("file_id", ids.path("file_id").asText())
            .put("file_unique_id", ids.path("file_unique_id").asText())
            .put("file_size", stored.media().content().size())
            .put("file_path", path);
    Download download = new Download(path, stored, file);
    byId.put(ids.path("file_id").asText(), download);
    byPath.put(path, download);
  }

  private static String opaque(String seed, int bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      byte[] hash = digest.digest(seed.getBytes(StandardCharsets.UTF_8));
      byte[] part = new byte[bytes];
      ByteBuffer.wrap(hash).get(part);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-512", e);
    }
  }
}
