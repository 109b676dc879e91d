package io.hangtag.core.picture;

/// What came of looking at a file.
public sealed interface PictureLook {
  /// A picture that can be compared with others.
  record Seen(PictureHash hash) implements PictureLook {}

  /// No picture to compare.
  ///
  /// @param reason a sentence
  record Unusable(String reason) implements PictureLook {}
}
