package io.hangtag.bot.cli;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.Source;
import io.hangtag.core.team.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag link suggest-media`.
@Command(
    name = "suggest-media",
    description = "Suggest media that may show a product and were hardly posted.")
final class LinkSuggestMediaCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @Parameters(
      paramLabel = "PRODUCT",
      description =
          "The source's product id, else a handle, else a SKU; id:, handle: and sku: force one.")
  private String text;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "S",
      description = "Where the product id is from: shopify or printify.")
  private Source source;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      converter = ArgumentTypes.Limit.class,
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Answer run(Session session) {
    Workspace workspace = team.among(session.core().workspaces());
    Product product = new ProductReference(source, text).in(session.core(), workspace);
    return SuggestionDocument.answer(
        session.core().suggestions().mediaFor(workspace.id(), product.id(), limit));
  }
}
