package io.hangtag.core.attribution;

import java.util.Locale;

/// By which of its own tags an order names a link; of several the first.
public enum Evidence {
  /// `utm_content` is the post's id on its platform.
  POST,
  /// `utm_content` is that of the link's UTM tags, and `utm_campaign` is no other.
  UTM_CONTENT,
  /// `utm_campaign` is the link's ad campaign.
  AD_CAMPAIGN,
  /// `utm_campaign` is that of the link's UTM tags, which have no content.
  UTM_CAMPAIGN;

  /// As JSON writes it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
