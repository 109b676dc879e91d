package io.hangtag.core.media;

import static io.hangtag.db.schema.Tables.ALBUMS;
import static io.hangtag.db.schema.Tables.CURRENT_MEDIA;
import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.MEDIA_MESSAGES;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.CLOB;

import io.hangtag.core.team.Actor;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.UserId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.MediaItems;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

final class MediaQueries {
  private static final Field<MediaId> ID = MEDIA_ITEMS.ID.convertFrom(MediaId::new);

  /// An item that turned out to be another one stands for that.
  private static final Field<MediaId> STANDS_FOR =
      coalesce(MEDIA_ITEMS.MERGED_INTO, MEDIA_ITEMS.ID).convertFrom(MediaId::new);

  private static final SelectField<MediaItem> MEDIA_ITEM =
      DSL.row(
              ID,
              MEDIA_ITEMS.KIND.convertFrom(MediaKind::of),
              MEDIA_ITEMS.FILE_NAME,
              MEDIA_ITEMS.CATEGORY,
              MEDIA_ITEMS.TAGS.convertFrom(Arrays::asList),
              MEDIA_ITEMS.TITLE,
              MEDIA_ITEMS.CAPTION,
              field(selectCount().from(MEDIA_PRODUCT_LINKS).where(confirmedLinkOfItem())),
              field(selectCount().from(POST_MEDIA).join(POSTS).on(publishedPostOfItem())))
          .mapping(MediaItem::new);

  private static final Converter<Long, AlbumId> ALBUM =
      Converter.fromNullable(Long.class, AlbumId.class, AlbumId::new);

  private final DSLContext db;

  MediaQueries(DSLContext db) {
    this.db = db;
  }

  /// Brings an item seen before up to date: the newest id for sending, and what it lacked.
  Optional<MediaId> updateTelegramFile(WorkspaceId workspace, Sighting sighting) {
    String[] tags = sighting.tags().toArray(String[]::new);
    return db.update(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.TELEGRAM_FILE_ID, sighting.file().id())
        .set(MEDIA_ITEMS.CAPTION, coalesce(MEDIA_ITEMS.CAPTION, val(sighting.caption(), CLOB)))
        .set(
            MEDIA_ITEMS.TAGS,
            when(MEDIA_ITEMS.TAGS.eq(new String[0]), val(tags)).otherwise(MEDIA_ITEMS.TAGS))
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_ITEMS.TELEGRAM_FILE_UNIQUE_ID.eq(sighting.file().uniqueId()))
        .returningResult(STANDS_FOR)
        .fetchOptional(mapping(media -> media));
  }

  /// Adds an item; nothing if somebody else added it just now.
  Optional<MediaId> insertTelegramFile(Actor actor, Sighting sighting, Instant now) {
    Sighting.TelegramFile file = sighting.file();
    return db.insertInto(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.WORKSPACE_ID, actor.workspace().value())
        .set(MEDIA_ITEMS.KIND, file.kind().code())
        .set(MEDIA_ITEMS.TELEGRAM_FILE_ID, file.id())
        .set(MEDIA_ITEMS.TELEGRAM_FILE_UNIQUE_ID, file.uniqueId())
        .set(MEDIA_ITEMS.FILE_NAME, file.name())
        .set(MEDIA_ITEMS.MIME_TYPE, file.mimeType())
        .set(MEDIA_ITEMS.FILE_SIZE, file.size())
        .set(MEDIA_ITEMS.CAPTION, sighting.caption())
        .set(MEDIA_ITEMS.TAGS, sighting.tags().toArray(String[]::new))
        .set(MEDIA_ITEMS.CREATED_BY_USER_ID, actor.user() == null ? null : actor.user().value())
        .set(MEDIA_ITEMS.CREATED_AT, now)
        .onConflict(MEDIA_ITEMS.WORKSPACE_ID, MEDIA_ITEMS.TELEGRAM_FILE_UNIQUE_ID)
        .doNothing()
        .returningResult(ID)
        .fetchOptional(mapping(media -> media));
  }

  AlbumId upsertAlbum(WorkspaceId workspace, ChatId chat, String mediaGroup) {
    return db.insertInto(ALBUMS)
        .set(ALBUMS.WORKSPACE_ID, workspace.value())
        .set(ALBUMS.CHAT_ID, chat.value())
        .set(ALBUMS.TELEGRAM_MEDIA_GROUP, mediaGroup)
        .onConflict(ALBUMS.WORKSPACE_ID, ALBUMS.CHAT_ID, ALBUMS.TELEGRAM_MEDIA_GROUP)
        .doUpdate()
        .set(ALBUMS.TELEGRAM_MEDIA_GROUP, excluded(ALBUMS.TELEGRAM_MEDIA_GROUP))
        .returningResult(ALBUMS.ID.convertFrom(AlbumId::new))
        .fetchSingle()
        .value1();
  }

  void saveMessage(WorkspaceId workspace, ChatId chat, long messageId, Subject subject) {
    db.insertInto(MEDIA_MESSAGES)
        .set(MEDIA_MESSAGES.WORKSPACE_ID, workspace.value())
        .set(MEDIA_MESSAGES.CHAT_ID, chat.value())
        .set(MEDIA_MESSAGES.MESSAGE_ID, messageId)
        .set(MEDIA_MESSAGES.MEDIA_ID, subject.media().value())
        .set(MEDIA_MESSAGES.ALBUM_ID, albumOf(subject))
        .onConflict(MEDIA_MESSAGES.WORKSPACE_ID, MEDIA_MESSAGES.CHAT_ID, MEDIA_MESSAGES.MESSAGE_ID)
        .doUpdate()
        .set(MEDIA_MESSAGES.MEDIA_ID, excluded(MEDIA_MESSAGES.MEDIA_ID))
        .set(MEDIA_MESSAGES.ALBUM_ID, excluded(MEDIA_MESSAGES.ALBUM_ID))
        .execute();
  }

  Optional<Subject> subjectOfMessage(WorkspaceId workspace, ChatId chat, long messageId) {
    return db.select(STANDS_FOR, MEDIA_MESSAGES.ALBUM_ID.convert(ALBUM))
        .from(MEDIA_MESSAGES)
        .join(MEDIA_ITEMS)
        .on(isOfMessage())
        .where(MEDIA_MESSAGES.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_MESSAGES.CHAT_ID.eq(chat.value()))
        .and(MEDIA_MESSAGES.MESSAGE_ID.eq(messageId))
        .fetchOptional(mapping(Subject::new));
  }

  void saveCurrent(
      WorkspaceId workspace,
      UserId user,
      ChatId chat,
      long threadId,
      Subject subject,
      Instant now) {
    db.insertInto(CURRENT_MEDIA)
        .set(CURRENT_MEDIA.WORKSPACE_ID, workspace.value())
        .set(CURRENT_MEDIA.CHAT_ID, chat.value())
        .set(CURRENT_MEDIA.THREAD_ID, threadId)
        .set(CURRENT_MEDIA.USER_ID, user.value())
        .set(CURRENT_MEDIA.MEDIA_ID, subject.media().value())
        .set(CURRENT_MEDIA.ALBUM_ID, albumOf(subject))
        .set(CURRENT_MEDIA.AT, now)
        .onConflict(
            CURRENT_MEDIA.WORKSPACE_ID,
            CURRENT_MEDIA.CHAT_ID,
            CURRENT_MEDIA.THREAD_ID,
            CURRENT_MEDIA.USER_ID)
        .doUpdate()
        .set(CURRENT_MEDIA.MEDIA_ID, excluded(CURRENT_MEDIA.MEDIA_ID))
        .set(CURRENT_MEDIA.ALBUM_ID, excluded(CURRENT_MEDIA.ALBUM_ID))
        .set(CURRENT_MEDIA.AT, excluded(CURRENT_MEDIA.AT))
        .execute();
  }

  Optional<Subject> current(
      WorkspaceId workspace, UserId user, ChatId chat, long threadId, Instant since) {
    return db.select(STANDS_FOR, CURRENT_MEDIA.ALBUM_ID.convert(ALBUM))
        .from(CURRENT_MEDIA)
        .join(MEDIA_ITEMS)
        .on(MEDIA_ITEMS.WORKSPACE_ID.eq(CURRENT_MEDIA.WORKSPACE_ID))
        .and(MEDIA_ITEMS.ID.eq(CURRENT_MEDIA.MEDIA_ID))
        .where(CURRENT_MEDIA.WORKSPACE_ID.eq(workspace.value()))
        .and(CURRENT_MEDIA.CHAT_ID.eq(chat.value()))
        .and(CURRENT_MEDIA.THREAD_ID.eq(threadId))
        .and(CURRENT_MEDIA.USER_ID.eq(user.value()))
        .and(CURRENT_MEDIA.AT.ge(since))
        .fetchOptional(mapping(Subject::new));
  }

  Optional<Subject> newestCurrent(WorkspaceId workspace, UserId user, Instant since) {
    return db.select(STANDS_FOR, CURRENT_MEDIA.ALBUM_ID.convert(ALBUM))
        .from(CURRENT_MEDIA)
        .join(MEDIA_ITEMS)
        .on(MEDIA_ITEMS.WORKSPACE_ID.eq(CURRENT_MEDIA.WORKSPACE_ID))
        .and(MEDIA_ITEMS.ID.eq(CURRENT_MEDIA.MEDIA_ID))
        .where(CURRENT_MEDIA.WORKSPACE_ID.eq(workspace.value()))
        .and(CURRENT_MEDIA.USER_ID.eq(user.value()))
        .and(CURRENT_MEDIA.AT.ge(since))
        .orderBy(CURRENT_MEDIA.AT.desc(), CURRENT_MEDIA.CHAT_ID, CURRENT_MEDIA.THREAD_ID)
        .limit(1)
        .fetchOptional(mapping(Subject::new));
  }

  List<MediaId> itemsOfAlbum(WorkspaceId workspace, AlbumId album) {
    return db.selectDistinct(STANDS_FOR)
        .from(MEDIA_MESSAGES)
        .join(MEDIA_ITEMS)
        .on(isOfMessage())
        .where(MEDIA_MESSAGES.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_MESSAGES.ALBUM_ID.eq(album.value()))
        .orderBy(STANDS_FOR)
        .fetch(mapping(media -> media));
  }

  /// The item itself, or the one that it turned out to be; itself if the team has no such item.
  MediaId meant(WorkspaceId workspace, MediaId media) {
    return db.select(STANDS_FOR)
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_ITEMS.ID.eq(media.value()))
        .fetchOptional(mapping(it -> it))
        .orElse(media);
  }

  Map<MediaId, MediaKind> kinds(WorkspaceId workspace, Collection<MediaId> media) {
    Field<MediaKind> kind = MEDIA_ITEMS.KIND.convertFrom(MediaKind::of);
    return db.select(ID, kind)
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_ITEMS.ID.eq(any(media.stream().map(MediaId::value).toArray(Long[]::new))))
        .fetchMap(ID, kind);
  }

  Optional<MediaItem> find(WorkspaceId workspace, MediaId media) {
    return db.select(MEDIA_ITEM)
        .from(MEDIA_ITEMS)
        .where(standing(workspace))
        .and(MEDIA_ITEMS.ID.eq(standIn(workspace, media)))
        .fetchOptional(mapping(item -> item));
  }

  void describe(
      WorkspaceId workspace, MediaId media, @Nullable String title, @Nullable String caption) {
    db.update(MEDIA_ITEMS)
        .set(
            MEDIA_ITEMS.TITLE,
            title == null ? MEDIA_ITEMS.TITLE : nullif(val(title, CLOB), inline("")))
        .set(
            MEDIA_ITEMS.CAPTION,
            caption == null ? MEDIA_ITEMS.CAPTION : nullif(val(caption, CLOB), inline("")))
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_ITEMS.ID.eq(standIn(workspace, media)))
        .execute();
  }

  List<MediaItem> list(WorkspaceId workspace, MediaFilter filter) {
    return db.select(MEDIA_ITEM)
        .from(MEDIA_ITEMS)
        .where(standing(workspace))
        .and(filter.category().map(MEDIA_ITEMS.CATEGORY::eq).orElse(noCondition()))
        .and(filter.tag().map(MediaQueries::hasTag).orElse(noCondition()))
        .and(
            switch (filter.linked()) {
              case ANY -> noCondition();
              case UNLINKED ->
                  exists(selectOne().from(MEDIA_PRODUCT_LINKS).where(confirmedLinkOfItem())).not();
            })
        .orderBy(MEDIA_ITEMS.ID)
        .fetch(mapping(item -> item));
  }

  /// The number of the item that this one turned out to be, or its own.
  static Field<Long> standIn(WorkspaceId workspace, MediaId media) {
    MediaItems said = MEDIA_ITEMS.as("said");
    return field(
        select(coalesce(said.MERGED_INTO, said.ID))
            .from(said)
            .where(said.WORKSPACE_ID.eq(workspace.value()))
            .and(said.ID.eq(media.value())));
  }

  static Condition isOfMessage() {
    return MEDIA_ITEMS
        .WORKSPACE_ID
        .eq(MEDIA_MESSAGES.WORKSPACE_ID)
        .and(MEDIA_ITEMS.ID.eq(MEDIA_MESSAGES.MEDIA_ID));
  }

  private static Condition standing(WorkspaceId workspace) {
    return MEDIA_ITEMS
        .WORKSPACE_ID
        .eq(workspace.value())
        .and(MEDIA_ITEMS.IS_ACTIVE)
        .and(MEDIA_ITEMS.MERGED_INTO.isNull());
  }

  private static Condition hasTag(String tag) {
    return MEDIA_ITEMS.TAGS.contains(new String[] {tag});
  }

  private static Condition confirmedLinkOfItem() {
    return MEDIA_PRODUCT_LINKS
        .WORKSPACE_ID
        .eq(MEDIA_ITEMS.WORKSPACE_ID)
        .and(MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID.eq(MEDIA_ITEMS.ID))
        .and(MEDIA_PRODUCT_LINKS.UNLINKED_AT.isNull())
        .and(MEDIA_PRODUCT_LINKS.IS_CONFIRMED);
  }

  /// Posts that failed or are still to come show the item to nobody.
  private static Condition publishedPostOfItem() {
    return POST_MEDIA
        .WORKSPACE_ID
        .eq(MEDIA_ITEMS.WORKSPACE_ID)
        .and(POST_MEDIA.MEDIA_ITEM_ID.eq(MEDIA_ITEMS.ID))
        .and(POSTS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(POSTS.ID.eq(POST_MEDIA.POST_ID))
        .and(POSTS.STATUS.eq("posted"));
  }

  private static @Nullable Long albumOf(Subject subject) {
    return subject.album().map(AlbumId::value).orElse(null);
  }
}
