package io.hangtag.core.importing;

import static io.hangtag.core.importing.GivenRowQueries.anyOf;
import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Finds one team's media by what posts call them, and keeps what posts show.
final class PostMediaQueries {
  /// An item that turned out to be another one stands for that.
  private static final Field<MediaId> STANDS_FOR =
      coalesce(MEDIA_ITEMS.MERGED_INTO, MEDIA_ITEMS.ID).convertFrom(MediaId::new);

  private final DSLContext db;
  private final long workspace;

  PostMediaQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  Map<Long, List<MediaId>> mediaByNumber(Collection<Long> numbers) {
    return db.select(MEDIA_ITEMS.ID, STANDS_FOR)
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace), anyOf(MEDIA_ITEMS.ID, BIGINT, numbers))
        .fetchGroups(MEDIA_ITEMS.ID, STANDS_FOR);
  }

  /// By number within one path: another picture may have come to the place of an older one.
  Map<String, List<MediaId>> mediaByPath(Collection<String> paths) {
    return mediaBy(MEDIA_ITEMS.FILE_PATH, paths);
  }

  /// By number within one name.
  Map<String, List<MediaId>> mediaByFileName(Collection<String> names) {
    return mediaBy(MEDIA_ITEMS.FILE_NAME, names);
  }

  private Map<String, List<MediaId>> mediaBy(Field<String> name, Collection<String> names) {
    return db.selectDistinct(name, STANDS_FOR)
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace), anyOf(name, CLOB, names))
        .orderBy(name, STANDS_FOR)
        .fetchGroups(name, STANDS_FOR);
  }

  void delete(Collection<Long> posts) {
    db.deleteFrom(POST_MEDIA)
        .where(POST_MEDIA.WORKSPACE_ID.eq(workspace), anyOf(POST_MEDIA.POST_ID, BIGINT, posts))
        .execute();
  }

  void insert(List<Shown> shown) {
    GivenRowQueries<Shown> given = new GivenRowQueries<>(shown);
    Field<Long> post = given.column("post_id", BIGINT, Shown::post);
    Field<Integer> position = given.column("position", INTEGER, Shown::position);
    Field<Long> media = given.column("media_item_id", BIGINT, it -> it.media().value());
    db.insertInto(
            POST_MEDIA,
            POST_MEDIA.WORKSPACE_ID,
            POST_MEDIA.POST_ID,
            POST_MEDIA.POSITION,
            POST_MEDIA.MEDIA_ITEM_ID)
        .select(select(val(workspace), post, position, media).from(given.table()))
        .execute();
  }

  /// A media item in a post.
  ///
  /// @param position from 1
  record Shown(long post, int position, MediaId media) {}
}
