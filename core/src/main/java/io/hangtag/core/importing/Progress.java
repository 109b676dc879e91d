package io.hangtag.core.importing;

/// Hears how far an import has come, every so many rows, on the importing thread.
@FunctionalInterface
public interface Progress {
  /// Rows (or files) read so far.
  void read(int rows);

  /// Pictures looked at so far.
  default void looked(int pictures) {}
}
