package io.hangtag.bot.cli;

import io.hangtag.core.Core;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.linking.BulkOutcome;
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

  @Override
  public Answer run(Session session) {
    Core core = session.core();
    Workspace workspace = team.among(core.workspaces());
    Product meant = product.reference().in(core, workspace);
    LinkRequest request =
        new LinkRequest(meant.id(), type, LinkDetails.NONE, null, LinkSource.BULK);
    BulkOutcome outcome =
        core.linking()
            .linkAll(Actor.commandLine(workspace.id()), which.media(core, workspace), request);
    return switch (outcome) {
      case BulkOutcome.Done done -> new Answer(Bulk.of(done), text(done, meant));
      case BulkOutcome.UnknownProduct(_) ->
          throw ProductReference.unknown(workspace, product.reference().text());
    };
  }

  private static String text(BulkOutcome.Done done, Product product) {
    Table table = new Table("MATCHED", "LINKED", "ALREADY LINKED", "RETYPED", "FAILED");
    table.row(
        done.matched(), done.linked(), done.alreadyLinked(), done.retyped(), done.unknown().size());
    StringBuilder text =
        new StringBuilder("Product: %s\n%s".formatted(Table.text(product.title()), table));
    done.unknown().forEach(media -> text.append("\nThere is no media %s.".formatted(media)));
    if (isChange(done)) {
      text.append("\nTo take it back: hangtag link undo %s".formatted(done.batch()));
    }
    return text.toString();
  }

  private static boolean isChange(BulkOutcome.Done done) {
    return done.linked() + done.retyped() > 0;
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
    static Bulk of(BulkOutcome.Done done) {
      return new Bulk(
          done.matched(),
          done.linked(),
          done.alreadyLinked(),
          done.retyped(),
          done.unknown().stream().map(id -> new Failure(id.value(), "unknown_media")).toList(),
          isChange(done) ? done.batch().value() : null);
    }
  }

  private record Failure(long mediaId, String reason) {}
}
