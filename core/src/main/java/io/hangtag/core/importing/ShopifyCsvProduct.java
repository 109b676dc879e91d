package io.hangtag.core.importing;

import io.hangtag.core.catalog.ProductStatus;
import io.hangtag.core.importing.ExportedProduct.ExportedVariant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A product of a CSV export while its rows are read.
///
/// A wrong variant costs its row only; a wrong value of the product costs all of its rows, because
/// nothing should be shown under a title or status that was guessed.
final class ShopifyCsvProduct {
  private static final String ONLY_VARIANT = "Default Title";

  private final String handle;
  private final Currency currency;
  private final boolean decimalCommas;
  private final Map<String, Long> variantLines = new HashMap<>();
  private final List<ExportedVariant> variants = new ArrayList<>();
  private @Nullable Head head;
  private @Nullable Long failedAt;
  private @Nullable String imageUrl;
  private int imagePosition = Integer.MAX_VALUE;
  private int variantRows;

  ShopifyCsvProduct(String handle, Currency currency, boolean decimalCommas) {
    this.handle = handle;
    this.currency = currency;
    this.decimalCommas = decimalCommas;
  }

  String handle() {
    return handle;
  }

  /// Whether a row with a good title was read.
  boolean hasTitle() {
    return head != null;
  }

  /// Where the row with the title begins; 0 if there is none.
  long line() {
    return head == null ? 0 : head.line();
  }

  /// Reads a row.
  ///
  /// @throws BadRowException if it is to be left out
  void add(ShopifyRow row) {
    boolean matters = row.has(ShopifyColumn.TITLE) || row.isVariant();
    if (matters && row.isCutOff()) {
      throw new BadRowException(
          "The row ends after %d columns, before %s."
              .formatted(row.values().values().size(), row.header().name(ShopifyColumn.PRICE)));
    }
    if (head == null) {
      readHead(row);
    }
    readImage(row);
    if (row.isVariant()) {
      variantRows++;
      variants.add(variant(row));
    }
  }

  private void readHead(ShopifyRow row) {
    if (!row.has(ShopifyColumn.TITLE)) {
      throw new BadRowException(
          failedAt == null
              ? "%s is missing: the first row of %s must have it."
                  .formatted(row.header().name(ShopifyColumn.TITLE), ExportValues.shown(handle))
              : "The first row of %s, in line %d, was left out, so this one is too."
                  .formatted(ExportValues.shown(handle), failedAt));
    }
    // Until the next line is through.
    failedAt = row.line();
    head =
        new Head(
            row.line(),
            ExportValues.text(
                row.header().name(ShopifyColumn.TITLE),
                row.value(ShopifyColumn.TITLE),
                ExportValues.MAX_TITLE),
            name(row, ShopifyColumn.TYPE),
            name(row, ShopifyColumn.VENDOR),
            tags(row),
            status(row));
  }

  private static @Nullable String name(ShopifyRow row, ShopifyColumn column) {
    String said = row.said(column);
    return said == null
        ? null
        : ExportValues.text(row.header().name(column), said, ExportValues.MAX_NAME);
  }

  private static @Nullable List<String> tags(ShopifyRow row) {
    String said = row.said(ShopifyColumn.TAGS);
    return said == null ? null : ExportValues.tags(row.header().name(ShopifyColumn.TAGS), said);
  }

  private static @Nullable ProductStatus status(ShopifyRow row) {
    String said = row.said(ShopifyColumn.STATUS);
    return said == null ? null : ExportValues.status(row.header().name(ShopifyColumn.STATUS), said);
  }

  private void readImage(ShopifyRow row) {
    String said = row.said(ShopifyColumn.IMAGE);
    if (said == null) {
      return;
    }
    String url =
        ExportValues.text(row.header().name(ShopifyColumn.IMAGE), said, ExportValues.MAX_URL);
    int position = imagePosition(row);
    if (imageUrl == null || imageUrl.isEmpty() || (!url.isEmpty() && position < imagePosition)) {
      imageUrl = url;
      imagePosition = position;
    }
  }

  private static int imagePosition(ShopifyRow row) {
    String position = row.value(ShopifyColumn.IMAGE_POSITION);
    return position.matches("[0-9]{1,6}") ? Integer.parseInt(position) : Integer.MAX_VALUE;
  }

  private ExportedVariant variant(ShopifyRow row) {
    String options = row.optionValues();
    String sku = code(row, ShopifyColumn.SKU);
    String title =
        options.isEmpty()
            ? withoutOptions(sku)
            : ExportValues.text("The option values", options, ExportValues.MAX_TITLE);
    Long earlier = variantLines.get(title);
    if (earlier != null) {
      throw new BadRowException(
          "Variant %s of %s is in line %d already."
              .formatted(ExportValues.shown(title), ExportValues.shown(handle), earlier));
    }
    ExportedVariant variant =
        new ExportedVariant(
            variantRows, title, sku, code(row, ShopifyColumn.BARCODE), price(row), null);
    variantLines.put(title, row.line());
    return variant;
  }

  /// Some programs write several variants without options: then only their SKUs tell them apart.
  private String withoutOptions(@Nullable String sku) {
    return sku != null && variantLines.containsKey(ONLY_VARIANT) ? sku : ONLY_VARIANT;
  }

  private static @Nullable String code(ShopifyRow row, ShopifyColumn column) {
    String said = row.said(column);
    return said == null ? null : ExportValues.code(row.header().name(column), said);
  }

  private @Nullable Long price(ShopifyRow row) {
    String written = row.value(ShopifyColumn.PRICE);
    String amount = decimalCommas ? written.replace(',', '.') : written;
    return ExportValues.price(row.header().name(ShopifyColumn.PRICE), amount, currency);
  }

  /// The product; empty if it has no title or none of its variants is any good.
  Optional<ExportedProduct> finish() {
    if (head == null || (variants.isEmpty() && variantRows > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new ExportedProduct(
            handle,
            null,
            head.title(),
            head.productType(),
            head.vendor(),
            head.tags(),
            head.status(),
            imageUrl,
            variants));
  }

  /// What the first row says of the product.
  private record Head(
      long line,
      String title,
      @Nullable String productType,
      @Nullable String vendor,
      @Nullable List<String> tags,
      @Nullable ProductStatus status) {}
}
