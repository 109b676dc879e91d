package io.hangtag.core.importing;

import java.util.List;
import java.util.Locale;

/// A column of a list of posts.
enum PostColumn {
  MEDIA,
  POSTED_AT,
  CHANNEL,
  EXTERNAL_ID,
  PERMALINK,
  STATUS,
  IMPRESSIONS,
  REACH,
  VIEWS,
  LIKES,
  COMMENTS,
  SHARES,
  SAVES;

  static final List<PostColumn> REQUIRED = List.of(MEDIA, POSTED_AT);

  /// As the header writes it, in any case.
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
