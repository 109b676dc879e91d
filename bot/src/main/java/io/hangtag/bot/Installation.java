package io.hangtag.bot;

import java.nio.file.Path;
import java.util.stream.Stream;

/// Where this Hangtag lies and what came with it.
///
/// @param home the folder that relative paths in the configuration start from
/// @param database whether PostgreSQL came with it
public record Installation(Path home, Database database) {

  /// That of this process: `hangtag.home` is set by the launcher, else the current folder counts.
  public static Installation ofThisProcess() {
    Path home = Path.of(System.getProperty("hangtag.home", "")).toAbsolutePath();
    boolean shipped =
        Stream.of("linux-x86_64", "linux-arm_64", "darwin-x86_64", "darwin-arm_64")
            .map("/postgres-%s.txz"::formatted)
            .anyMatch(archive -> Installation.class.getResource(archive) != null);
    return new Installation(home, shipped ? Database.SHIPPED : Database.NOT_SHIPPED);
  }

  /// Whether PostgreSQL came with Hangtag; container images leave it out.
  public enum Database {
    SHIPPED,
    NOT_SHIPPED
  }
}
