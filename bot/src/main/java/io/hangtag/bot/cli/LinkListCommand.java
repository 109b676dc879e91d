package io.hangtag.bot.cli;

import io.hangtag.core.Core;
import io.hangtag.core.attribution.Recalculated;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hangtag link list`.
@Command(
    name = "list",
    description = "List the products of a photo or video, or the media that show a product.")
final class LinkListCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @ArgGroup(multiplicity = "1")
  private Whose whose;

  @Option(
      names = "--type",
      paramLabel = "T",
      description = "Only featured, mentioned, background or suggested ones.")
  private @Nullable LinkType type;

  @Option(names = "--history", description = "Also those that were removed.")
  private boolean history;

  @Override
  public Answer run(Session session) {
    Core core = session.core();
    Workspace workspace = team.among(core.workspaces());
    if (core.attribution().isOutdated(workspace.id())) {
      Recalculated _ = core.attribution().refresh(workspace.id());
    }
    List<Link> links =
        linksIn(core, workspace).stream()
            .filter(link -> type == null || link.type() == type)
            .toList();
    return new Answer(
        new Links(links.stream().map(link -> LinkDocument.of(link, workspace)).toList()),
        LinkDocument.table(links, workspace));
  }

  private List<Link> linksIn(Core core, Workspace workspace) {
    if (whose.product != null) {
      ProductId product = whose.product.reference().in(core, workspace).id();
      return linksTo(core.linking(), workspace, product);
    }
    MediaId media = MediaCommand.required(core, workspace, whose.media).id();
    return history
        ? core.linking().historyOf(workspace.id(), media)
        : core.linking().linksOf(workspace.id(), List.of(media));
  }

  private List<Link> linksTo(Linking linking, Workspace workspace, ProductId product) {
    return history
        ? linking.historyOf(workspace.id(), product)
        : linking.linksTo(workspace.id(), product, Optional.empty());
  }

  /// One or the other.
  private static final class Whose {
    @Option(
        names = "--media",
        required = true,
        paramLabel = "ID",
        description = "The number of the photo or video.")
    private MediaId media;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private @Nullable ProductOption product;
  }

  private record Links(List<LinkDocument> links) {}
}
