package io.hangtag.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A folder that threads and processes use side by side: each can act alone for a moment, and the
/// last to leave knows that it is the last.
///
/// It rests on locks of the operating system, which end with their process however that ends. They
/// belong to a process as a whole, so a process has one instance a folder, which counts its users.
/// Safe for use by many threads.
final class SharedFolder {
  private static final Map<Path, SharedFolder> ENTERED = new HashMap<>();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  // Bytes of the lock file: who acts alone holds the door, who uses the folder shares the room.
  private static final long DOOR = 0;
  private static final long ROOM = 1;

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock room;
  private int users;

  private SharedFolder(Path folder, FileChannel lockFile) throws IOException {
    this.folder = folder;
    this.lockFile = lockFile;
    try (FileLock _ = waitForDoor()) {
      this.room = Objects.requireNonNull(lockFile.tryLock(ROOM, 1, true));
    }
  }

  /// Counts the caller as a user until it calls [#leave].
  ///
  /// @param folder as its real path: by two names it would be two folders
  static SharedFolder enter(Path folder) {
    synchronized (ENTERED) {
      SharedFolder shared = ENTERED.computeIfAbsent(folder, SharedFolder::open);
      shared.users++;
      return shared;
    }
  }

  private static SharedFolder open(Path folder) {
    try {
      FileChannel lockFile =
          FileChannel.open(
              folder.resolve("postgres.lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              OwnerOnly.FILE);
      try {
        return new SharedFolder(folder, lockFile);
      } catch (IOException | RuntimeException e) {
        lockFile.close();
        throw e;
      }
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /// Runs `work` while no other thread or process is in [#alone], enters or leaves.
  synchronized void alone(Runnable work) {
    try (FileLock _ = waitForDoor()) {
      work.run();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /// Ends one [#enter]; where nobody else has the folder, runs `farewell` before anybody can enter.
  void leave(Runnable farewell) {
    synchronized (ENTERED) {
      users--;
      if (users == 0) {
        ENTERED.remove(folder);
        leaveAsProcess(farewell);
      }
    }
  }

  private synchronized void leaveAsProcess(Runnable farewell) {
    try (lockFile;
        FileLock _ = waitForDoor()) {
      room.release();
      if (lockFile.tryLock(ROOM, 1, false) != null) {
        farewell.run();
      }
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  // Not FileChannel.lock: interrupted, it closes the file and with it drops every lock on it.
  private FileLock waitForDoor() throws IOException {
    Patience patience = Patience.of(PATIENCE);
    FileLock door = lockFile.tryLock(DOOR, 1, false);
    while (door == null) {
      if (patience.isOver()) {
        throw new EmbeddedDatabaseException(
            "Another process has been starting or stopping the database in %s for %d minutes"
                .formatted(folder, PATIENCE.toMinutes()));
      }
      patience.pause();
      door = lockFile.tryLock(DOOR, 1, false);
    }
    return door;
  }

  private static EmbeddedDatabaseException failure(Path folder, IOException cause) {
    return new EmbeddedDatabaseException(
        "Cannot lock the data folder %s: %s".formatted(folder, cause.getMessage()), cause);
  }
}
