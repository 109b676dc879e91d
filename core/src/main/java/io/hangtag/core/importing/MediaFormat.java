package io.hangtag.core.importing;

import io.hangtag.core.media.MediaKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A kind of file that is a photo or a video, told by its extension.
enum MediaFormat {
  JPG(MediaKind.PHOTO, "image/jpeg"),
  JPEG(MediaKind.PHOTO, "image/jpeg"),
  PNG(MediaKind.PHOTO, "image/png"),
  WEBP(MediaKind.PHOTO, "image/webp"),
  HEIC(MediaKind.PHOTO, "image/heic"),
  GIF(MediaKind.ANIMATION, "image/gif"),
  MP4(MediaKind.VIDEO, "video/mp4"),
  M4V(MediaKind.VIDEO, "video/x-m4v"),
  MOV(MediaKind.VIDEO, "video/quicktime"),
  WEBM(MediaKind.VIDEO, "video/webm");

  private final MediaKind kind;
  private final String mimeType;

  MediaFormat(MediaKind kind, String mimeType) {
    this.kind = kind;
    this.mimeType = mimeType;
  }

  /// The format of a file with this name; empty if it is neither photo nor video.
  static Optional<MediaFormat> of(String fileName) {
    String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(it -> it.name().equals(extension)).findFirst();
  }

  MediaKind kind() {
    return kind;
  }

  String mimeType() {
    return mimeType;
  }
}
