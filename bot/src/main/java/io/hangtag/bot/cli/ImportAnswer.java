package io.hangtag.bot.cli;

import io.hangtag.core.importing.ImportReport;
import io.hangtag.core.importing.ImportReport.Rejected;
import io.hangtag.core.team.Workspace;
import java.util.List;

/// What an import did, told.
final class ImportAnswer {
  private static final int SHOWN_REJECTED = 20;

  private ImportAnswer() {}

  static Answer products(ImportReport report, Workspace workspace) {
    return new Answer(
        new Products(
            report.read(),
            report.created(),
            report.updated(),
            report.unchanged(),
            rows(report),
            report.variants()),
        text("products", report, workspace));
  }

  static Answer media(ImportReport report, Workspace workspace) {
    return new Answer(things(report), text("media", report, workspace));
  }

  static Answer posts(ImportReport report, Workspace workspace) {
    return new Answer(things(report), text("posts", report, workspace));
  }

  static Answer orders(ImportReport report, Workspace workspace) {
    return new Answer(things(report), text("orders", report, workspace));
  }

  static Answer adSpend(ImportReport report, Workspace workspace) {
    return new Answer(things(report), text("ad spend by campaign and day", report, workspace));
  }

  private static Things things(ImportReport report) {
    return new Things(
        report.read(), report.created(), report.updated(), report.unchanged(), rows(report));
  }

  private static List<Row> rows(ImportReport report) {
    return report.rejected().stream().map(row -> new Row(row.line(), row.reason())).toList();
  }

  private static String text(String things, ImportReport report, Workspace workspace) {
    Table table = new Table("READ", "CREATED", "UPDATED", "UNCHANGED", "REJECTED");
    table.row(
        report.read(),
        report.created(),
        report.updated(),
        report.unchanged(),
        report.rejected().size());
    String done = "Workspace '%s', %s:\n%s".formatted(workspace.name(), things, table);
    return report.rejected().isEmpty() ? done : done + "\n\n" + rejected(report.rejected());
  }

  private static String rejected(List<Rejected> rejected) {
    Table table = new Table("LINE", "LEFT OUT BECAUSE");
    rejected.stream().limit(SHOWN_REJECTED).forEach(row -> table.row(row.line(), row.reason()));
    int more = rejected.size() - SHOWN_REJECTED;
    return more <= 0
        ? table.toString()
        : "%s\n... and %,d more; --json lists all.".formatted(table, more);
  }

  private record Products(
      int read, int created, int updated, int unchanged, List<Row> rejected, int variants) {}

  private record Things(int read, int created, int updated, int unchanged, List<Row> rejected) {}

  private record Row(long line, String reason) {}
}
