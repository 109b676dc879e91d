package io.hangtag.core.importing;

import io.hangtag.core.importing.MediaFolderQueries.KnownFile;
import io.hangtag.core.importing.MediaFolderQueries.MovedFile;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaKind;
import io.hangtag.core.picture.PictureLook;
import io.hangtag.core.picture.PictureReader;
import io.hangtag.core.picture.Pictures;
import io.hangtag.core.team.WorkspaceId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the photos and videos of a folder known to a team; the files stay where they are.
///
/// The first folder below is the category, the deeper ones are tags. A file is known again by its
/// content, so a moved or renamed one stays the same media item, and equal files are one. Files
/// that are gone stay known. Safe for use by many threads: imports of one team wait for each other.
public final class MediaFolderImport {
  private static final int BATCH = 500;

  private static final Logger LOG = LoggerFactory.getLogger(MediaFolderImport.class);

  private final DSLContext db;
  private final Pictures pictures;
  private final InstantSource clock;

  public MediaFolderImport(DSLContext db, Pictures pictures, InstantSource clock) {
    this.db = db;
    this.pictures = pictures;
    this.clock = clock;
  }

  /// Reads every file below `folder`; `read` counts photos and videos.
  ///
  /// @throws RefusedFileException if it is no folder or has no photo or video
  public ImportReport importFrom(WorkspaceId workspace, Path folder, Progress progress) {
    MediaFolder media = MediaFolder.read(folder, progress);
    ImportReport report = db.transactionResult(() -> store(workspace, media));
    lookAt(workspace, media, progress);
    return report;
  }

  /// Looks at the photos that nobody has looked at, each kept by itself: an import that was broken
  /// off goes on where it was.
  private void lookAt(WorkspaceId workspace, MediaFolder media, Progress progress) {
    List<MediaFile> photos =
        media.files().stream().filter(file -> file.format().kind() == MediaKind.PHOTO).toList();
    int looked = 0;
    for (int start = 0; start < photos.size(); start += BATCH) {
      List<MediaFile> batch = photos.subList(start, Math.min(start + BATCH, photos.size()));
      Map<String, KnownFile> known = new MediaFolderQueries(db, workspace).known(batch);
      Map<MediaId, MediaFile> files = new HashMap<>();
      for (MediaFile file : batch) {
        files.put(Objects.requireNonNull(known.get(file.contentHash())).id(), file);
      }
      for (MediaId item : pictures.unseen(workspace, files.keySet())) {
        MediaFile file = Objects.requireNonNull(files.get(item));
        PictureLook look = PictureReader.look(media.pathOf(file));
        pictures.remember(workspace, item, look);
        if (look instanceof PictureLook.Unusable(String reason)) {
          LOG.info("Photo {} ({}) cannot be compared: {}", item, file.place().path(), reason);
        }
        progress.looked(++looked);
      }
    }
  }

  private ImportReport store(WorkspaceId workspace, MediaFolder media) {
    MediaFolderQueries queries = new MediaFolderQueries(db, workspace);
    if (!queries.lockWorkspace()) {
      throw new IllegalArgumentException("no workspace " + workspace);
    }
    Instant now = clock.instant();
    int created = 0;
    int updated = 0;
    List<List<MediaFile>> contents = equalFiles(media.files());
    for (int start = 0; start < contents.size(); start += BATCH) {
      List<List<MediaFile>> batch =
          contents.subList(start, Math.min(start + BATCH, contents.size()));
      Changes changes = changes(queries, batch);
      queries.insert(changes.fresh(), now);
      queries.move(changes.moved());
      created += changes.fresh().size();
      updated += changes.moved().size();
    }
    int unchanged = media.files().size() - created - updated;
    return new ImportReport(media.read(), created, updated, unchanged, 0, media.rejected());
  }

  /// Files of one content each.
  private static List<List<MediaFile>> equalFiles(List<MediaFile> files) {
    Map<String, List<MediaFile>> byContent = new LinkedHashMap<>();
    for (MediaFile file : files) {
      byContent.computeIfAbsent(file.contentHash(), _ -> new ArrayList<>()).add(file);
    }
    return List.copyOf(byContent.values());
  }

  private static Changes changes(MediaFolderQueries queries, List<List<MediaFile>> contents) {
    Map<String, KnownFile> known = queries.known(contents.stream().map(List::getFirst).toList());
    List<MediaFile> fresh = new ArrayList<>();
    List<MovedFile> moved = new ArrayList<>();
    for (List<MediaFile> equal : contents) {
      MediaFile first = equal.getFirst();
      KnownFile item = known.get(first.contentHash());
      if (item == null) {
        fresh.add(first);
      } else if (equal.stream().noneMatch(file -> file.place().path().equals(item.path()))) {
        moved.add(item.movedTo(first.place()));
      }
    }
    return new Changes(fresh, moved);
  }

  private record Changes(List<MediaFile> fresh, List<MovedFile> moved) {}
}
