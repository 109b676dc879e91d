package io.hangtag.core.picture;

import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.PICTURE_HASHES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.SQLDataType.BIGINT;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.PictureHashes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Reads and writes what one team's pictures look like.
final class PictureQueries {
  private static final PictureHashes HASHES = PICTURE_HASHES;
  private static final PictureHashes OTHER = PICTURE_HASHES.as("other");

  private static final Field<Long> PERCEPTUAL_APART =
      function("bits_apart", BIGINT, HASHES.PERCEPTUAL, OTHER.PERCEPTUAL);
  private static final Field<Long> GRADIENT_APART =
      function("words_apart", BIGINT, HASHES.GRADIENT, OTHER.GRADIENT);
  private static final Field<Long> TRIMMED_APART =
      function("words_apart", BIGINT, HASHES.GRADIENT_TRIMMED, OTHER.GRADIENT_TRIMMED);

  private final DSLContext db;
  private final long workspace;

  PictureQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// Those of these media that nobody has looked at.
  List<MediaId> unseen(Collection<MediaId> media) {
    return db.select(MEDIA_ITEMS.ID.convertFrom(MediaId::new))
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace))
        .and(MEDIA_ITEMS.ID.eq(any(media.stream().map(MediaId::value).toArray(Long[]::new))))
        .and(
            notExists(
                selectOne()
                    .from(HASHES)
                    .where(HASHES.WORKSPACE_ID.eq(MEDIA_ITEMS.WORKSPACE_ID))
                    .and(HASHES.MEDIA_ID.eq(MEDIA_ITEMS.ID))))
        .orderBy(MEDIA_ITEMS.ID)
        .fetch(mapping(it -> it));
  }

  void save(MediaId media, PictureHash hash, Instant now) {
    db.insertInto(HASHES)
        .set(HASHES.WORKSPACE_ID, workspace)
        .set(HASHES.MEDIA_ID, media.value())
        .set(HASHES.PERCEPTUAL, hash.perceptual())
        .set(HASHES.PERCEPTUAL_TRIMMED, hash.perceptualTrimmed())
        .set(HASHES.GRADIENT, hash.gradient().words().toArray(Long[]::new))
        .set(HASHES.GRADIENT_TRIMMED, hash.gradientTrimmed().words().toArray(Long[]::new))
        .set(HASHES.LOOKED_AT, now)
        .onConflictDoNothing()
        .execute();
  }

  void saveProblem(MediaId media, String problem, Instant now) {
    db.insertInto(HASHES)
        .set(HASHES.WORKSPACE_ID, workspace)
        .set(HASHES.MEDIA_ID, media.value())
        .set(HASHES.PROBLEM, problem)
        .set(HASHES.LOOKED_AT, now)
        .onConflictDoNothing()
        .execute();
  }

  /// Other media with the same picture, by number.
  List<MediaId> same(MediaId media) {
    return db.select(OTHER.MEDIA_ID.convertFrom(MediaId::new))
        .from(HASHES)
        .join(OTHER)
        .on(OTHER.WORKSPACE_ID.eq(HASHES.WORKSPACE_ID))
        .and(OTHER.MEDIA_ID.ne(HASHES.MEDIA_ID))
        .join(MEDIA_ITEMS)
        .on(MEDIA_ITEMS.WORKSPACE_ID.eq(OTHER.WORKSPACE_ID))
        .and(MEDIA_ITEMS.ID.eq(OTHER.MEDIA_ID))
        .and(MEDIA_ITEMS.MERGED_INTO.isNull())
        .where(HASHES.WORKSPACE_ID.eq(workspace))
        .and(HASHES.MEDIA_ID.eq(media.value()))
        .and(isSame())
        .orderBy(OTHER.MEDIA_ID)
        .fetch(mapping(it -> it));
  }

  /// As [PictureHash#isOfSamePictureAs].
  private static Condition isSame() {
    return PERCEPTUAL_APART
        .le((long) PictureHash.SAME_PERCEPTUAL)
        .or(GRADIENT_APART.le((long) PictureHash.SAME_GRADIENT))
        .or(TRIMMED_APART.le((long) PictureHash.SAME_GRADIENT_TRIMMED));
  }
}
