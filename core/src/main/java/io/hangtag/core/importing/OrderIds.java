package io.hangtag.core.importing;

import java.util.regex.Pattern;

/// Reads the numbers by which Shopify knows orders, their lines and what they sell.
final class OrderIds {
  private static final Pattern ROUNDED = Pattern.compile("[0-9]([.,][0-9]+)?[eE][+][0-9]+");

  private OrderIds() {}

  /// The digits of `1071559748` as well as of `gid://shopify/Order/1071559748`.
  static String digits(String field, String id) {
    if (ROUNDED.matcher(id).matches()) {
      throw new BadRowException(
          "%s %s was rounded by a spreadsheet: keep that column as text."
              .formatted(field, ExportValues.shown(id)));
    }
    String digits = id.substring(id.lastIndexOf('/') + 1);
    if (!digits.matches("[0-9]{1,20}")) {
      throw new BadRowException(
          "%s %s is not one of Shopify's.".formatted(field, ExportValues.shown(id)));
    }
    return digits;
  }
}
