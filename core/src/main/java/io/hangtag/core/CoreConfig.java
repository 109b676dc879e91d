package io.hangtag.core;

import java.nio.file.Path;

/// Which database to work on.
public sealed interface CoreConfig {

  /// Our own PostgreSQL, kept in a folder.
  record Embedded(Path dataDir) implements CoreConfig {}

  /// Any PostgreSQL 15 or later.
  ///
  /// @param url JDBC URL
  record External(String url, String user, String password) implements CoreConfig {
    /// Without the password, and without the URL, which may hold one too.
    @Override
    public String toString() {
      return "External";
    }
  }
}
