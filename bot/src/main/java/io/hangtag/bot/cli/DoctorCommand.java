package io.hangtag.bot.cli;

import io.hangtag.core.Checkup;
import io.hangtag.core.Checkup.Contents;
import io.hangtag.core.Checkup.DatabaseVersions;
import io.hangtag.core.Core;
import io.hangtag.core.team.Workspace;
import io.hangtag.core.team.Workspaces.Entry;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// `hangtag doctor`.
@Command(
    name = "doctor",
    description = "Tell what is there, what is wrong with it and what to do about that.")
final class DoctorCommand implements CoreCommand {
  @Override
  public Answer run(Session session) {
    Core core = session.core();
    Checkup checkup = core.checkup();
    DatabaseVersions database = checkup.database();
    List<Entry> entries = core.workspaces().list();
    List<TeamDocument> teams =
        entries.stream()
            .map(entry -> TeamDocument.of(entry, checkup.contents(entry.workspace().id())))
            .toList();
    List<Finding> findings =
        entries.stream().flatMap(entry -> Finding.of(core, entry.workspace())).toList();
    Report report =
        new Report(Version.current(), database.server(), database.schema(), teams, findings);
    return new Answer(report, text(report));
  }

  private static String text(Report report) {
    String versions =
        "Hangtag %s, PostgreSQL %s, schema %s (up to date)"
            .formatted(report.version(), report.databaseVersion(), report.schemaVersion());
    return "%s\n\n%s\n\n%s"
        .formatted(versions, table(report.workspaces()), text(report.findings()));
  }

  private static String table(List<TeamDocument> teams) {
    if (teams.isEmpty()) {
      return "No workspaces; 'hangtag workspace create NAME' makes one.";
    }
    Table table =
        new Table(
            "ID",
            "NAME",
            "TIMEZONE",
            "CURRENCY",
            "CHATS",
            "PRODUCTS",
            "MEDIA",
            "LINKS",
            "POSTS",
            "ORDERS");
    for (TeamDocument team : teams) {
      table.row(
          team.id(),
          team.name(),
          team.timezone(),
          team.currency(),
          team.chats(),
          team.products(),
          team.media(),
          team.links(),
          team.posts(),
          team.orders());
    }
    return table.toString();
  }

  private static String text(List<Finding> findings) {
    return findings.isEmpty()
        ? "Nothing found that should be looked at."
        : findings.stream()
            .map(
                it -> "%s: %s\n  %s".formatted(Table.text(it.workspace()), it.found(), it.advice()))
            .collect(Collectors.joining("\n"));
  }

  private record Report(
      String version,
      String databaseVersion,
      String schemaVersion,
      List<TeamDocument> workspaces,
      List<Finding> findings) {}

  private record TeamDocument(
      long id,
      String name,
      String timezone,
      String currency,
      int chats,
      int products,
      int media,
      int links,
      int posts,
      int orders) {
    static TeamDocument of(Entry entry, Contents contents) {
      Workspace workspace = entry.workspace();
      return new TeamDocument(
          workspace.id().value(),
          workspace.name(),
          workspace.timezone().getId(),
          workspace.currency().getCurrencyCode(),
          entry.chats(),
          contents.products(),
          contents.media(),
          contents.links(),
          contents.posts(),
          contents.orders());
    }
  }
}
