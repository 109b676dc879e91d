package io.hangtag.bot.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.hangtag.core.attribution.CreditedLine;
import io.hangtag.core.attribution.CreditedLine.Credit;
import io.hangtag.core.attribution.Reason;
import io.hangtag.core.team.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Order lines and their credits, told.
final class CreditsAnswer {
  private CreditsAnswer() {}

  static Answer of(List<CreditedLine> lines, Workspace workspace) {
    return new Answer(
        new Lines(lines.stream().map(line -> LineDocument.of(line, workspace)).toList()),
        lines.isEmpty() ? "No orders in these days." : table(lines, workspace).toString());
  }

  private static Table table(List<CreditedLine> lines, Workspace workspace) {
    Table table = new Table("ORDER", "LINE", "SKU", "ORDERED", "NET", "POST", "MEDIA", "CREDIT");
    for (CreditedLine line : lines) {
      String ordered = Times.brief(line.orderedAt(), workspace.timezone());
      if (line.credits().isEmpty()) {
        table.row(
            line.order(),
            line.line(),
            line.sku(),
            ordered,
            line.net(),
            line.reason().map(Reason::code).orElse(null),
            null,
            null);
      }
      for (Credit credit : line.credits()) {
        table.row(
            line.order(),
            line.line(),
            line.sku(),
            ordered,
            line.net(),
            credit.post() == null ? "ad" : credit.post(),
            credit.media().value(),
            credit.credit());
      }
    }
    return table;
  }

  /// Writes a table to a file: a row for each credit, or one without for a line that has none.
  ///
  /// @throws RefusedException if it cannot be written
  static Answer written(List<CreditedLine> lines, Workspace workspace, Path file) {
    int rows = 0;
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "order",
          "line",
          "sku",
          "ordered_at",
          "net",
          "currency",
          "post",
          "media_id",
          "posted_at",
          "rank",
          "credit",
          "reason");
      for (CreditedLine line : lines) {
        LineDocument document = LineDocument.of(line, workspace);
        for (CreditDocument credit : document.credits()) {
          csv.writeRecord(
              row(
                  document,
                  Objects.requireNonNullElse(credit.post(), ""),
                  Long.toString(credit.mediaId()),
                  Objects.requireNonNullElse(credit.postedAt(), ""),
                  Integer.toString(credit.rank()),
                  credit.credit()));
        }
        if (document.credits().isEmpty()) {
          csv.writeRecord(row(document, "", "", "", "", ""));
        }
        rows += Math.max(1, document.credits().size());
      }
    } catch (IOException e) {
      throw new RefusedException(
          "unwritable_file", "%s cannot be written: %s".formatted(file, e.getMessage()));
    }
    return new Answer(
        new Written(file.toString(), rows), "%,d rows written to %s".formatted(rows, file));
  }

  private static String[] row(LineDocument line, String... credit) {
    return new String[] {
      line.order(),
      Integer.toString(line.line()),
      Objects.requireNonNullElse(line.sku(), ""),
      line.orderedAt(),
      line.net(),
      line.currency(),
      credit[0],
      credit[1],
      credit[2],
      credit[3],
      credit[4],
      Objects.requireNonNullElse(line.reason(), "")
    };
  }

  private record Lines(List<LineDocument> lines) {}

  private record Written(String file, int rows) {}

  /// @param sku null: none
  /// @param reason why there are no credits; null: there are
  record LineDocument(
      String order,
      int line,
      @Nullable String sku,
      String orderedAt,
      String net,
      String currency,
      List<CreditDocument> credits,
      @Nullable String reason) {
    static LineDocument of(CreditedLine line, Workspace workspace) {
      return new LineDocument(
          line.order(),
          line.line(),
          line.sku(),
          Times.iso(line.orderedAt(), workspace.timezone()),
          line.net().decimal(),
          line.net().currency().getCurrencyCode(),
          line.credits().stream().map(credit -> CreditDocument.of(credit, workspace)).toList(),
          line.reason().map(Reason::code).orElse(null));
    }
  }

  /// @param post null: an ad
  /// @param postedAt null: an ad
  record CreditDocument(
      @Nullable String post, long mediaId, @Nullable String postedAt, int rank, String credit) {
    static CreditDocument of(Credit credit, Workspace workspace) {
      return new CreditDocument(
          credit.post(),
          credit.media().value(),
          Optional.ofNullable(credit.postedAt())
              .map(at -> Times.iso(at, workspace.timezone()))
              .orElse(null),
          credit.rank(),
          credit.credit().decimal());
    }
  }
}
