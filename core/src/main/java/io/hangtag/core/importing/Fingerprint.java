package io.hangtag.core.importing;

import io.hangtag.core.importing.ExportedProduct.ExportedVariant;
import io.hangtag.core.sales.LineAmounts;
import io.hangtag.core.sales.Order;
import io.hangtag.core.sales.OrderLine;
import io.hangtag.core.sales.Utm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SHA-256 of all that an export says of a product or order: the same again changes nothing.
final class Fingerprint {
  // Goes up when more is read than before, so that the next import stores it.
  private static final String FORMAT = "1";

  // Likewise, and when the rules for order-level figures change.
  private static final String ORDER_FORMAT = "1";

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// Hexadecimal.
  static String of(ExportedProduct product, Currency currency) {
    Fingerprint print = new Fingerprint();
    print.add(FORMAT, currency.getCurrencyCode(), product.handle(), product.shopifyId());
    print.add(product.title(), product.productType(), product.vendor(), product.imageUrl());
    print.add(product.status() == null ? null : product.status().code());
    print.add(product.tags());
    for (ExportedVariant variant : product.variants()) {
      print.add(Integer.toString(variant.position()), variant.title(), variant.sku());
      print.add(variant.barcode(), variant.shopifyId());
      print.add(variant.priceMinor() == null ? null : variant.priceMinor().toString());
    }
    return HexFormat.of().formatHex(print.digest.digest());
  }

  /// Hexadecimal.
  static String of(Order order) {
    Fingerprint print = new Fingerprint();
    print.add(ORDER_FORMAT, order.externalId(), order.name(), order.currency().getCurrencyCode());
    print.addAll(order.processedAt(), order.createdAt(), order.cancelledAt(), order.isTest());
    print.add(order.financialStatus());
    print.add(order.discountCodes());
    print.addAll(order.subtotalGap(), order.origin().isRepeatCustomer());
    Utm utm = order.origin().utm();
    print.add(order.origin().source(), order.origin().landingSite(), order.origin().referrer());
    print.add(utm.source(), utm.medium(), utm.campaign(), utm.content(), utm.term());
    for (OrderLine line : order.lines()) {
      LineAmounts amounts = line.amounts();
      print.add(line.externalId(), line.shopProductId(), line.shopVariantId(), line.sku());
      print.add(line.title());
      print.addAll(line.quantity(), line.isGiftCard(), amounts.gross(), amounts.discount());
      print.addAll(amounts.tax(), amounts.refunded());
      line.reversals().forEach(reversal -> print.addAll(reversal.at(), reversal.minor()));
    }
    return HexFormat.of().formatHex(print.digest.digest());
  }

  private void addAll(@Nullable Object... values) {
    for (Object value : values) {
      add(value == null ? null : value.toString());
    }
  }

  private void add(@Nullable List<String> values) {
    add(values == null ? null : Integer.toString(values.size()));
    if (values != null) {
      values.forEach(this::add);
    }
  }

  private void add(@Nullable String... values) {
    for (String value : values) {
      add(value);
    }
  }

  // With its length before it: ("ab", "c") and ("a", "bc") differ.
  private void add(@Nullable String value) {
    byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
    int length = value == null ? -1 : bytes.length;
    digest.update((length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
