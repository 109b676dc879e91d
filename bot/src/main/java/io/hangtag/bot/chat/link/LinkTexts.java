package io.hangtag.bot.chat.link;

import io.hangtag.bot.chat.Html;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.linking.LinkType;
import java.util.List;
import java.util.Locale;

/// What the bot says of several SKUs at once, in English.
final class LinkTexts {
  private LinkTexts() {}

  static String listed(String media, LinkType type, List<String> lines) {
    String heading = media.substring(0, 1).toUpperCase(Locale.ROOT) + media.substring(1);
    return "%s, as %s:\n%s".formatted(heading, type.code(), String.join("\n", lines));
  }

  static String line(Product product, boolean changed) {
    return "• %s: %s".formatted(changed ? "linked" : "linked already", Texts.product(product));
  }

  static String unknownSku(String sku) {
    return "• no product has the SKU %s".formatted(Html.code(sku));
  }

  static String shared(String sku) {
    return "Several products share %s.".formatted(Html.code(sku));
  }

  static String wrongType(String type) {
    return "There is no type “%s”: say <i>as featured</i>, <i>as mentioned</i> or <i>as background</i>."
        .formatted(Html.text(type, 30));
  }
}
