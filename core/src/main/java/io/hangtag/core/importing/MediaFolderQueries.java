package io.hangtag.core.importing;

import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BLOB;
import static org.jooq.impl.SQLDataType.CLOB;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Reads and writes one team's media for the import of a folder, many rows a statement.
final class MediaFolderQueries {
  private static final Field<MediaId> MEDIA = MEDIA_ITEMS.ID.convertFrom(MediaId::new);
  private static final Field<String> CONTENT_HASH =
      MEDIA_ITEMS.CONTENT_HASH.convertFrom(HexFormat.of()::formatHex);

  private final DSLContext db;
  private final long workspace;

  MediaFolderQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// Keeps other imports of this team waiting until the transaction ends; false if there is no such
  /// workspace.
  boolean lockWorkspace() {
    return db.select(WORKSPACES.ID)
        .from(WORKSPACES)
        .where(WORKSPACES.ID.eq(workspace))
        .forNoKeyUpdate()
        .fetchOptional()
        .isPresent();
  }

  /// Those of the files that are known, by the hash of their content.
  Map<String, KnownFile> known(Collection<MediaFile> files) {
    byte[][] hashes =
        files.stream()
            .map(file -> HexFormat.of().parseHex(file.contentHash()))
            .toArray(byte[][]::new);
    return db.select(
            MEDIA,
            CONTENT_HASH,
            MEDIA_ITEMS.FILE_PATH,
            MEDIA_ITEMS.CATEGORY,
            MEDIA_ITEMS.TAGS.convertFrom(List::of))
        .from(MEDIA_ITEMS)
        .where(
            MEDIA_ITEMS.WORKSPACE_ID.eq(workspace),
            MEDIA_ITEMS.CONTENT_HASH.eq(any(val(hashes, BLOB.array()))))
        .fetchMap(CONTENT_HASH, mapping(KnownFile::new));
  }

  /// Adds files in their order.
  void insert(List<MediaFile> files, Instant now) {
    GivenRowQueries<MediaFile> given = new GivenRowQueries<>(files);
    Field<String> kind = given.column("kind", CLOB, file -> file.format().kind().code());
    Field<String> path = given.column("path", CLOB, file -> file.place().path());
    Field<String> name = given.column("name", CLOB, file -> file.place().fileName());
    Field<String> mimeType = given.column("mime_type", CLOB, file -> file.format().mimeType());
    Field<Long> size = given.column("size", BIGINT, MediaFile::size);
    Field<String> hash = given.column("hash", CLOB, MediaFile::contentHash);
    Field<String> category = given.column("category", CLOB, file -> file.place().category());
    Field<String> tags = given.column("tags", CLOB, file -> String.join("/", file.place().tags()));
    db.insertInto(
            MEDIA_ITEMS,
            MEDIA_ITEMS.WORKSPACE_ID,
            MEDIA_ITEMS.KIND,
            MEDIA_ITEMS.FILE_PATH,
            MEDIA_ITEMS.FILE_NAME,
            MEDIA_ITEMS.MIME_TYPE,
            MEDIA_ITEMS.FILE_SIZE,
            MEDIA_ITEMS.CONTENT_HASH,
            MEDIA_ITEMS.CATEGORY,
            MEDIA_ITEMS.TAGS,
            MEDIA_ITEMS.CREATED_AT)
        .select(
            select(
                    val(workspace),
                    kind,
                    path,
                    name,
                    mimeType,
                    size,
                    function("decode", BLOB, hash, inline("hex")),
                    category,
                    elements(tags),
                    val(now))
                .from(given.table())
                .orderBy(given.place()))
        .execute();
  }

  /// Says of known files where they are now.
  void move(List<MovedFile> files) {
    GivenRowQueries<MovedFile> given = new GivenRowQueries<>(files);
    Field<Long> id = given.column("id", BIGINT, file -> file.id().value());
    Field<String> path = given.column("path", CLOB, file -> file.place().path());
    Field<String> name = given.column("name", CLOB, file -> file.place().fileName());
    Field<String> category = given.column("category", CLOB, MovedFile::category);
    Field<String> tags = given.column("tags", CLOB, file -> String.join("/", file.tags()));
    db.update(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.FILE_PATH, path)
        .set(MEDIA_ITEMS.FILE_NAME, name)
        .set(MEDIA_ITEMS.CATEGORY, category)
        .set(MEDIA_ITEMS.TAGS, elements(tags))
        .from(given.table())
        .where(
            MEDIA_ITEMS.WORKSPACE_ID.eq(workspace),
            MEDIA_ITEMS.ID.eq(id),
            GivenRowQueries.anyOf(
                MEDIA_ITEMS.ID, BIGINT, files.stream().map(file -> file.id().value()).toList()))
        .execute();
  }

  private static Field<String[]> elements(Field<String> joined) {
    return function("string_to_array", CLOB.array(), joined, inline("/"));
  }

  /// A media item that was seen in a folder before.
  ///
  /// @param path below the folder it was in; null if that is not known
  /// @param category null if it has none
  record KnownFile(
      MediaId id,
      String contentHash,
      @Nullable String path,
      @Nullable String category,
      List<String> tags) {

    /// The item at its new place; what was set by hand does not follow the folder's name.
    MovedFile movedTo(MediaPlace place) {
      MediaPlace old = new MediaPlace(path == null ? "" : path);
      return new MovedFile(
          id,
          place,
          Objects.equals(category, old.category()) ? place.category() : category,
          tags.equals(old.tags()) ? place.tags() : tags);
    }
  }

  /// A media item whose file is somewhere else now.
  ///
  /// @param category null if it has none
  record MovedFile(MediaId id, MediaPlace place, @Nullable String category, List<String> tags) {}
}
