package io.hangtag.db;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// What files and folders get at their creation so that no other account of the machine reads them.
final class OwnerOnly {
  static final FileAttribute<Set<PosixFilePermission>> FOLDER = attribute("rwx------");
  static final FileAttribute<Set<PosixFilePermission>> FILE = attribute("rw-------");

  private OwnerOnly() {}

  private static FileAttribute<Set<PosixFilePermission>> attribute(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
