package io.hangtag.core.suggestion;

import static io.hangtag.db.schema.Tables.WORKSPACES;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Where a team's file names have the SKU.
final class FilePatternQueries {
  private final DSLContext db;

  FilePatternQueries(DSLContext db) {
    this.db = db;
  }

  Optional<String> find(WorkspaceId workspace) {
    return db.select(WORKSPACES.FILE_NAME_PATTERN)
        .from(WORKSPACES)
        .where(WORKSPACES.ID.eq(workspace.value()))
        .and(WORKSPACES.FILE_NAME_PATTERN.isNotNull())
        .fetchOptional(WORKSPACES.FILE_NAME_PATTERN);
  }

  /// @param pattern null: none
  void update(WorkspaceId workspace, @Nullable String pattern) {
    db.update(WORKSPACES)
        .set(WORKSPACES.FILE_NAME_PATTERN, pattern)
        .where(WORKSPACES.ID.eq(workspace.value()))
        .execute();
  }

  /// File names by number of the media, after `after`, with the products linked to each.
  List<NamedFile> files(WorkspaceId workspace, long after, int limit) {
    return db.fetch(
            """
            select m.id, m.file_name,
              array(select l.product_id from media_product_links l
                where l.workspace_id = m.workspace_id and l.media_item_id = m.id
                  and l.unlinked_at is null and l.is_confirmed
                order by l.product_id) as products
            from media_items m
            where m.workspace_id = ? and m.id > ? and m.is_active and m.merged_into is null
              and m.file_name is not null
            order by m.id limit ?
            """,
            workspace.value(),
            after,
            limit)
        .map(
            row ->
                new NamedFile(
                    new MediaId(row.get("id", Long.class)),
                    row.get("file_name", String.class),
                    List.of(row.get("products", Long[].class))));
  }

  /// @param products that people linked to it, by number
  record NamedFile(MediaId media, String fileName, List<Long> products) {}
}
