package io.hangtag.bot.cli;

import io.hangtag.core.Core;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.Source;
import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkDetails;
import io.hangtag.core.linking.LinkOutcome;
import io.hangtag.core.linking.LinkRequest;
import io.hangtag.core.linking.LinkSource;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag link add`.
@Command(name = "add", description = "Link a photo or video to a product.")
final class LinkAddCommand implements CoreCommand {
  @Mixin private TeamOption team;
  @Mixin private DetailOptions details;

  @Parameters(
      index = "0",
      paramLabel = "MEDIA_ID",
      description = "The number of the photo or video.")
  private MediaId media;

  @Parameters(
      index = "1",
      paramLabel = "PRODUCT",
      description =
          "The source's product id, else a handle, else a SKU; id:, handle: and sku: force one.")
  private String product;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "S",
      description = "Where the product id is from: shopify or printify.")
  private Source source;

  @Option(
      names = "--type",
      paramLabel = "T",
      converter = ArgumentTypes.GivenType.class,
      description = "featured (if not given), mentioned or background.")
  private LinkType type = LinkType.FEATURED;

  @Override
  public Answer run(Session session) {
    Core core = session.core();
    Workspace workspace = team.among(core.workspaces());
    // Before the product, which the media comes before on the command line too.
    if (core.media().find(workspace.id(), media).isEmpty()) {
      throw MediaCommand.unknown(workspace, media);
    }
    Product meant = new ProductReference(source, product).in(core, workspace);
    LinkRequest request =
        new LinkRequest(meant.id(), type, details.details(), null, LinkSource.MANUAL);
    return switch (core.linking().link(Actor.commandLine(workspace.id()), media, request)) {
      case LinkOutcome.Linked(Link link, BatchId batch) ->
          LinkAnswer.of("linked", link, workspace, "Linked %s." + undo(batch));
      case LinkOutcome.Retyped(Link link, BatchId batch) ->
          LinkAnswer.of("retyped", link, workspace, "Now %s." + undo(batch) + unchanged(link));
      case LinkOutcome.AlreadyLinked(Link link) ->
          LinkAnswer.of("already_linked", link, workspace, "Linked already: %s." + unchanged(link));
      case LinkOutcome.UnknownMedia(MediaId unknown) ->
          throw MediaCommand.unknown(workspace, unknown);
      case LinkOutcome.UnknownProduct(_) -> throw ProductReference.unknown(workspace, product);
    };
  }

  private static String undo(BatchId batch) {
    return " To take it back: hangtag link undo " + batch;
  }

  /// What an existing link already says stays; that must not go unnoticed.
  private String unchanged(Link link) {
    LinkDetails given = details.details();
    return given.equals(LinkDetails.NONE) || given.equals(link.details())
        ? ""
        : "\nIts note, campaign, UTM tags and metadata stay as they were.";
  }
}
