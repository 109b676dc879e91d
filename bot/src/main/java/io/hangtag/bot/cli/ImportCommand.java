package io.hangtag.bot.cli;

import io.hangtag.core.importing.AdSpendImport;
import io.hangtag.core.importing.ImportReport;
import io.hangtag.core.importing.MediaFolderImport;
import io.hangtag.core.importing.OrderImport;
import io.hangtag.core.importing.PostImport;
import io.hangtag.core.importing.ProductImport;
import io.hangtag.core.importing.Progress;
import io.hangtag.core.importing.RefusedFileException;
import io.hangtag.core.team.Workspace;
import io.hangtag.core.team.WorkspaceId;
import java.io.InputStream;
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
    description =
        "Bring in a shop's products and orders, photos and videos, what was posted, what ads cost.",
    subcommands = {
      ImportCommand.ShopifyProducts.class,
      ImportCommand.ShopifyOrders.class,
      ImportCommand.PrintifyProducts.class,
      ImportCommand.Media.class,
      ImportCommand.Posts.class,
      ImportCommand.AdSpend.class
    })
final class ImportCommand {

  /// `hangtag import shopify-products`.
  @Command(
      name = "shopify-products",
      description = "Bring in Shopify's product export: CSV, products.json or a bulk operation.")
  static final class ShopifyProducts implements CoreCommand {
    @Mixin private Source source;

    @Override
    public Answer run(Session session) {
      return products(session, source, ProductImport::importShopify);
    }
  }

  /// `hangtag import shopify-orders`.
  @Command(
      name = "shopify-orders",
      description =
          "Bring in Shopify's orders export: CSV or orders.json; nothing about customers.")
  static final class ShopifyOrders implements CoreCommand {
    @Mixin private Source source;

    @Override
    public Answer run(Session session) {
      OrderImport orders = session.core().orderImport();
      return source.importing(
          session,
          (workspace, content, progress) ->
              ImportAnswer.orders(
                  orders.importShopify(workspace.id(), content, progress), workspace));
    }
  }

  /// `hangtag import printify-products`.
  @Command(
      name = "printify-products",
      description = "Bring in the products of a Printify shop: JSON as its API gives it.")
  static final class PrintifyProducts implements CoreCommand {
    @Mixin private Source source;

    @Override
    public Answer run(Session session) {
      return products(session, source, ProductImport::importPrintify);
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

  /// `hangtag import posts`.
  @Command(name = "posts", description = "Bring in a list of what was posted where and when: CSV.")
  static final class Posts implements CoreCommand {
    @Mixin private Source source;

    @Override
    public Answer run(Session session) {
      PostImport posts = session.core().postImport();
      return source.importing(
          session,
          (workspace, content, progress) ->
              ImportAnswer.posts(posts.importFrom(workspace.id(), content, progress), workspace));
    }
  }

  /// `hangtag import ad-spend`.
  @Command(
      name = "ad-spend",
      description = "Bring in what ad campaigns cost: CSV with campaign, date, spend, currency.")
  static final class AdSpend implements CoreCommand {
    @Mixin private Source source;

    @Override
    public Answer run(Session session) {
      AdSpendImport spend = session.core().adSpendImport();
      return source.importing(
          session,
          (workspace, content, progress) ->
              ImportAnswer.adSpend(spend.importFrom(workspace.id(), content, progress), workspace));
    }
  }

  private static Answer products(Session session, Source source, ProductReading reading) {
    ProductImport products = session.core().productImport();
    return source.importing(
        session,
        (workspace, content, progress) ->
            ImportAnswer.products(
                reading.read(products, workspace.id(), content, progress), workspace));
  }

  /// A file, and the team that it is for.
  static final class Source {
    @Mixin private TeamOption team;

    @Parameters(
        paramLabel = "FILE",
        description = "The file, also packed by gzip; - is standard input.")
    private String file;

    private Answer importing(Session session, Reading reading) {
      try (ImportFile source = ImportFile.open(file, session.environment().in());
          ImportProgress progress = ImportProgress.of(session.environment(), source::share)) {
        return inFirstTeam(
            session, team, workspace -> reading.read(workspace, source.content(), progress));
      } catch (UncheckedIOException e) {
        throw ImportFile.unreadable(file, Objects.requireNonNull(e.getCause()));
      }
    }
  }

  private interface ProductReading {
    ImportReport read(
        ProductImport products, WorkspaceId workspace, InputStream content, Progress progress);
  }

  private interface Reading {
    Answer read(Workspace workspace, InputStream content, Progress progress);
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
