package io.hangtag.bot.cli;

import io.hangtag.core.catalog.Source;
import picocli.CommandLine.Option;

/// The two options that name a product.
final class ProductOption {
  @Option(
      names = "--product",
      required = true,
      paramLabel = "P",
      description =
          "The source's product id, else a handle, else a SKU; id:, handle: and sku: force one.")
  private String text;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "S",
      description = "Where the product id is from: shopify or printify.")
  private Source source;

  ProductReference reference() {
    return new ProductReference(source, text);
  }
}
