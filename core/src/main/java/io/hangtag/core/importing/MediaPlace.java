package io.hangtag.core.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a file lies below an imported folder, and what that says about it: the first folder is its
/// category, the deeper ones are tags.
///
/// @param path with /, as the file system writes it
record MediaPlace(String path) {

  /// Null for a file directly in the imported folder.
  @Nullable String category() {
    List<String> folders = folders();
    return folders.isEmpty() ? null : folders.getFirst();
  }

  List<String> tags() {
    return folders().stream().skip(1).distinct().toList();
  }

  String fileName() {
    return composed(path.substring(path.lastIndexOf('/') + 1));
  }

  private List<String> folders() {
    List<String> names = new ArrayList<>(Arrays.asList(path.split("/")));
    names.removeLast();
    return names.stream().map(MediaPlace::composed).toList();
  }

  /// macOS writes ä as two characters; people who type it write one.
  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
