package io.hangtag.bot.cli;

import io.hangtag.core.Core;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.BulkOutcome;
import io.hangtag.core.linking.BulkPreview;
import io.hangtag.core.linking.LinkDetails;
import io.hangtag.core.linking.LinkRequest;
import io.hangtag.core.linking.LinkSource;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.media.MediaFilter;
import io.hangtag.core.media.MediaFilter.Linked;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaItem;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hangtag link bulk`.
@Command(name = "bulk", description = "Link many photos and videos to a product at once.")
final class LinkBulkCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private ProductOption product;

  @Option(
      names = "--type",
      paramLabel = "T",
      converter = ArgumentTypes.GivenType.class,
      description = "featured (if not given), mentioned or background.")
  private LinkType type = LinkType.FEATURED;

  @Option(names = "--dry-run", description = "Only say what would happen.")
  private boolean dryRun;

  @Override
  public Answer run(Session session) {
    Core core = session.core();
    Workspace workspace = team.among(core.workspaces());
    Product meant = product.reference().in(core, workspace);
    List<MediaId> media = which.media(core, workspace);
    return dryRun ? preview(core, workspace, meant, media) : link(core, workspace, meant, media);
  }

  private Answer preview(Core core, Workspace workspace, Product meant, List<MediaId> media) {
    BulkPreview preview =
        core.linking()
            .preview(workspace.id(), media, meant.id(), type)
            .orElseThrow(unknown(workspace));
    return answer(preview, null, meant, "Nothing was changed; this is what would happen.");
  }

  private Answer link(Core core, Workspace workspace, Product meant, List<MediaId> media) {
    LinkRequest request =
        new LinkRequest(meant.id(), type, LinkDetails.NONE, null, LinkSource.BULK);
    return switch (core.linking().linkAll(Actor.commandLine(workspace.id()), media, request)) {
      case BulkOutcome.Done(
              int matched,
              int linked,
              int already,
              int retyped,
              List<MediaId> unknown,
              BatchId batch) -> {
        BulkPreview done = new BulkPreview(matched, linked, already, retyped, unknown);
        // Of a batch that changed nothing there is nothing to take back.
        yield linked + retyped == 0
            ? answer(done, null, meant, "Nothing was changed.")
            : answer(done, batch, meant, "To take it back: hangtag link undo " + batch);
      }
      case BulkOutcome.UnknownProduct(_) -> throw unknown(workspace).get();
    };
  }

  private Supplier<RefusedException> unknown(Workspace workspace) {
    return () -> ProductReference.unknown(workspace, product.reference().text());
  }

  private static Answer answer(
      BulkPreview counts, @Nullable BatchId batch, Product product, String ending) {
    Table table = new Table("MATCHED", "LINKED", "ALREADY LINKED", "RETYPED", "FAILED");
    table.row(
        counts.matched(),
        counts.linked(),
        counts.alreadyLinked(),
        counts.retyped(),
        counts.unknown().size());
    StringBuilder text =
        new StringBuilder("Product: %s\n%s".formatted(Table.text(product.title()), table));
    counts.unknown().forEach(media -> text.append("\nThere is no media %s.".formatted(media)));
    text.append("\n").append(ending);
    return new Answer(Bulk.of(counts, batch), text.toString());
  }

  /// One of three.
  private static final class Which {
    @Option(
        names = "--category",
        required = true,
        paramLabel = "C",
        description = "All of this category.")
    private @Nullable String category;

    @Option(
        names = "--media",
        required = true,
        split = ",",
        paramLabel = "ID",
        description = "The numbers of the photos and videos, separated by commas.")
    private @Nullable List<MediaId> media;

    @Option(names = "--tag", required = true, paramLabel = "T", description = "All with this tag.")
    private @Nullable String tag;

    List<MediaId> media(Core core, Workspace workspace) {
      if (media != null) {
        return media;
      }
      MediaFilter filter =
          new MediaFilter(Optional.ofNullable(category), Optional.ofNullable(tag), Linked.ANY);
      return core.media().list(workspace.id(), filter).stream().map(MediaItem::id).toList();
    }
  }

  /// @param batch undoes it; null: nothing changed
  private record Bulk(
      int matched,
      int linked,
      int alreadyLinked,
      int retyped,
      List<Failure> failed,
      @Nullable Long batch) {
    static Bulk of(BulkPreview counts, @Nullable BatchId batch) {
      return new Bulk(
          counts.matched(),
          counts.linked(),
          counts.alreadyLinked(),
          counts.retyped(),
          counts.unknown().stream().map(id -> new Failure(id.value(), "unknown_media")).toList(),
          batch == null ? null : batch.value());
    }
  }

  private record Failure(long mediaId, String reason) {}
}
