package io.hangtag.bot.cli;

import io.hangtag.core.importing.MediaFolderImport;
import io.hangtag.core.importing.ProductImport;
import io.hangtag.core.importing.RefusedFileException;
import io.hangtag.core.team.Workspace;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hangtag import ...`.
@Command(
    name = "import",
    description = "Bring in a shop's products, or a folder of photos and videos.",
    subcommands = {ImportCommand.ShopifyProducts.class, ImportCommand.Media.class})
final class ImportCommand {

  /// `hangtag import shopify-products`.
  @Command(
      name = "shopify-products",
      description = "Bring in Shopify's product export: CSV, products.json or a bulk operation.")
  static final class ShopifyProducts implements CoreCommand {
    @Mixin private TeamOption team;

    @Parameters(
        paramLabel = "FILE",
        description = "The file, also packed by gzip; - is standard input.")
    private String file;

    @Override
    public Answer run(Session session) {
      try (ImportFile source = ImportFile.open(file, session.environment().in());
          ImportProgress progress = ImportProgress.of(session.environment(), source::share)) {
        ProductImport products = session.core().productImport();
        return inFirstTeam(
            session,
            team,
            workspace ->
                ImportAnswer.products(
                    products.importShopify(workspace.id(), source.content(), progress), workspace));
      } catch (UncheckedIOException e) {
        throw ImportFile.unreadable(file, Objects.requireNonNull(e.getCause()));
      }
    }
  }

  /// `hangtag import media`.
  @Command(
      name = "media",
      description = "Bring in a folder's photos and videos; its folders are categories and tags.")
  static final class Media implements CoreCommand {
    @Mixin private TeamOption team;

    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path folder;

    @Override
    public Answer run(Session session) {
      try (ImportProgress progress = ImportProgress.of(session.environment())) {
        MediaFolderImport media = session.core().mediaFolderImport();
        return inFirstTeam(
            session,
            team,
            workspace ->
                ImportAnswer.media(media.importFrom(workspace.id(), folder, progress), workspace));
      } catch (UncheckedIOException e) {
        throw ImportFile.unreadable(folder.toString(), Objects.requireNonNull(e.getCause()));
      }
    }
  }

  /// Imports into the team that is meant. One that is made for it goes again with a refused file.
  private static Answer inFirstTeam(
      Session session, TeamOption team, Function<Workspace, Answer> work) {
    try {
      return session
          .core()
          .together(
              () -> work.apply(team.amongOrFirst(session.core().workspaces(), session.config())));
    } catch (RefusedFileException e) {
      throw new RefusedException("refused_file", String.valueOf(e.getMessage()));
    }
  }
}
