package io.hangtag.core.importing;

import java.util.List;

/// What an import did.
///
/// @param read rows or JSON objects read
/// @param created products (or media) that were not there
/// @param updated products (or media) that changed
/// @param unchanged products (or media) that were there just so
/// @param variants variants in the file; 0 where there is no such thing
/// @param rejected rows that were left out, in the file's order
public record ImportReport(
    int read, int created, int updated, int unchanged, int variants, List<Rejected> rejected) {
  public ImportReport {
    rejected = List.copyOf(rejected);
  }

  /// A row left out.
  ///
  /// @param line from 1, where the row begins; for JSON the object's number
  /// @param reason one sentence
  public record Rejected(long line, String reason) {}
}
