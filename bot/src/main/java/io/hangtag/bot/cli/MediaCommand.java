package io.hangtag.bot.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hangtag.core.Core;
import io.hangtag.core.linking.Link;
import io.hangtag.core.media.MediaFilter;
import io.hangtag.core.media.MediaFilter.Linked;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaItem;
import io.hangtag.core.team.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag media ...`.
@Command(
    name = "media",
    description = "Look into the photos and videos.",
    subcommands = {
      MediaCommand.ListSome.class,
      MediaCommand.Show.class,
      MediaSetCommand.class,
      MediaMergeCommand.class,
      MediaUndoMergeCommand.class
    })
final class MediaCommand {

  /// `hangtag media list`.
  @Command(name = "list", description = "List photos and videos, by number.")
  static final class ListSome implements CoreCommand {
    @Mixin private TeamOption team;

    @Option(names = "--category", paramLabel = "C", description = "Only of this category.")
    private @Nullable String category;

    @Option(names = "--tag", paramLabel = "T", description = "Only with this tag.")
    private @Nullable String tag;

    @Option(names = "--unlinked", description = "Only those without a confirmed product.")
    private boolean unlinked;

    @Override
    public Answer run(Session session) {
      Workspace workspace = team.among(session.core().workspaces());
      MediaFilter filter =
          new MediaFilter(
              Optional.ofNullable(category),
              Optional.ofNullable(tag),
              unlinked ? Linked.UNLINKED : Linked.ANY);
      List<MediaItem> items = session.core().media().list(workspace.id(), filter);
      return new Answer(document(items), items.isEmpty() ? "No media." : table(items).toString());
    }
  }

  /// `hangtag media show`.
  @Command(name = "show", description = "Show one photo or video and its products.")
  static final class Show implements CoreCommand {
    @Mixin private TeamOption team;

    @Parameters(paramLabel = "ID", description = "The number of the photo or video.")
    private MediaId id;

    @Override
    public Answer run(Session session) {
      Core core = session.core();
      Workspace workspace = team.among(core.workspaces());
      MediaItem item = required(core, workspace, id);
      List<Link> links = core.linking().linksOf(workspace.id(), List.of(item.id()));
      List<MediaId> same = core.pictures().sameAs(workspace.id(), item.id());
      return new Answer(
          new Media(List.of(MediaDocument.of(item).sameAs(same))),
          text(item, same, LinkDocument.table(links, workspace)));
    }

    private static String text(MediaItem item, List<MediaId> same, String links) {
      String caption = item.caption() == null ? "" : "\n\n%s".formatted(Table.text(item.caption()));
      String twins =
          same.isEmpty()
              ? ""
              : "\n\nThe same picture as media %s. To make them one: hangtag media merge %s %s"
                  .formatted(
                      same.stream().map(MediaId::toString).collect(Collectors.joining(", ")),
                      item.id(),
                      same.getFirst());
      return "%s%s%s\n\n%s".formatted(table(List.of(item)), caption, twins, links);
    }
  }

  /// The item with this number.
  ///
  /// @throws RefusedException if the team has none
  static MediaItem required(Core core, Workspace workspace, MediaId id) {
    return core.media().find(workspace.id(), id).orElseThrow(() -> unknown(workspace, id));
  }

  static RefusedException unknown(Workspace workspace, MediaId id) {
    return new RefusedException(
        "unknown_media", "Workspace '%s' has no media %s.".formatted(workspace.name(), id));
  }

  static Record document(List<MediaItem> items) {
    return new Media(items.stream().map(MediaDocument::of).toList());
  }

  static Table table(List<MediaItem> items) {
    Table table = new Table("ID", "KIND", "FILE", "CATEGORY", "TAGS", "TITLE", "LINKS", "POSTS");
    for (MediaItem item : items) {
      table.row(
          item.id().value(),
          item.kind().code(),
          item.fileName(),
          item.category(),
          String.join(", ", item.tags()),
          item.title(),
          item.links(),
          item.posts());
    }
    return table;
  }

  private record Media(List<MediaDocument> media) {}

  /// A photo or video as JSON.
  ///
  /// @param sameAs other media that show the same picture; null: not asked for
  record MediaDocument(
      long id,
      String kind,
      @Nullable String fileName,
      @Nullable String category,
      List<String> tags,
      @Nullable String title,
      int links,
      int posts,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Long> sameAs) {
    static MediaDocument of(MediaItem item) {
      return new MediaDocument(
          item.id().value(),
          item.kind().code(),
          item.fileName(),
          item.category(),
          item.tags(),
          item.title(),
          item.links(),
          item.posts(),
          null);
    }

    MediaDocument sameAs(List<MediaId> same) {
      return new MediaDocument(
          id,
          kind,
          fileName,
          category,
          tags,
          title,
          links,
          posts,
          same.stream().map(MediaId::value).toList());
    }
  }
}
