package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// How the bot gets at files.
final class FileMethods {

  private final FileStore files;

  FileMethods(FileStore files) {
    this.files = files;
  }

  void addTo(Map<String, Method> methods) {
    Method.add(methods, "getFile", this::getFile);
  }

  private JsonNode getFile(Request request) {
    if (!request.has("file_id")) {
      throw Refusal.badRequest("file_id not specified");
    }
    ObjectNode file =
        files
            .findFile(request.text("file_id"))
            .orElseThrow(() -> Refusal.badRequest("invalid file_id"));
    if (file.path("file_size").asInt() > FileStore.MAX_DOWNLOAD) {
      throw Refusal.badRequest("file is too big");
    }
    return file;
  }
}
