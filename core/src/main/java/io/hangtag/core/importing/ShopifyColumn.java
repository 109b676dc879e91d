package io.hangtag.core.importing;

import java.util.List;

/// A column of Shopify's product export that Hangtag reads.
enum ShopifyColumn {
  HANDLE("Handle", "URL handle"),
  TITLE("Title"),
  VENDOR("Vendor"),
  TYPE("Type", "Custom Product Type"),
  TAGS("Tags"),
  STATUS("Status"),
  OPTION1("Option1 Value"),
  OPTION2("Option2 Value"),
  OPTION3("Option3 Value"),
  SKU("Variant SKU", "SKU"),
  BARCODE("Variant Barcode", "Barcode"),
  PRICE("Variant Price", "Price"),
  IMAGE("Image Src", "Product image URL"),
  IMAGE_POSITION("Image Position");

  static final List<ShopifyColumn> OPTIONS = List.of(OPTION1, OPTION2, OPTION3);

  private final String usualName;
  private final String otherName;

  ShopifyColumn(String name) {
    this(name, name);
  }

  ShopifyColumn(String usualName, String otherName) {
    this.usualName = usualName;
    this.otherName = otherName;
  }

  /// As most exports write it; others were written by an older or newer Shopify.
  String usualName() {
    return usualName;
  }

  boolean isNamed(String name) {
    return name.equalsIgnoreCase(usualName) || name.equalsIgnoreCase(otherName);
  }
}
