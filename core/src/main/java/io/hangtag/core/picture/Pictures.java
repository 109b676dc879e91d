package io.hangtag.core.picture;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.picture.PictureLook.Seen;
import io.hangtag.core.picture.PictureLook.Unusable;
import io.hangtag.core.team.WorkspaceId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/// What a team's pictures look like, and which of them are the same.
///
/// Safe for use by many threads.
public final class Pictures {
  private final DSLContext db;
  private final InstantSource clock;

  public Pictures(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Those of these media whose files were not looked at so far, by number.
  public List<MediaId> unseen(WorkspaceId workspace, Collection<MediaId> media) {
    return new PictureQueries(db, workspace).unseen(media);
  }

  /// Keeps what came of looking at a file; what is known of it already stays.
  public void remember(WorkspaceId workspace, MediaId media, PictureLook look) {
    PictureQueries pictures = new PictureQueries(db, workspace);
    switch (look) {
      case Seen(PictureHash hash) -> pictures.save(media, hash, clock.instant());
      case Unusable(String reason) -> pictures.saveProblem(media, reason, clock.instant());
    }
  }

  /// The other media that show the same picture, by number; none if it cannot be compared.
  public List<MediaId> sameAs(WorkspaceId workspace, MediaId media) {
    return new PictureQueries(db, workspace).same(media);
  }
}
