package io.hangtag.core.posting;

import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.MEDIA_MESSAGES;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static io.hangtag.db.schema.Tables.USERS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.boolAnd;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.UserId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.PostMedia;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Row4;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/// Reads and writes one team's posts, one at a time.
final class PostingQueries {
  private static final Field<PostId> POST = POSTS.ID.convertFrom(PostId::new);

  /// An item that turned out to be another one stands for that.
  private static final Field<Long> STANDS_FOR = coalesce(MEDIA_ITEMS.MERGED_INTO, MEDIA_ITEMS.ID);

  private static final Duration ONE_MOMENT = Duration.ofMinutes(1);

  private final DSLContext db;
  private final long workspace;

  PostingQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// These media, each that turned out to be another one replaced by that, each once. They stay
  /// what they are until the transaction ends.
  List<MediaId> meant(List<MediaId> media) {
    Map<Long, Long> standIns =
        db.select(MEDIA_ITEMS.ID, STANDS_FOR)
            .from(MEDIA_ITEMS)
            .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace))
            .and(MEDIA_ITEMS.ID.eq(any(values(media))))
            .orderBy(MEDIA_ITEMS.ID)
            .forKeyShare()
            .fetchMap(Record2::value1, Record2::value2);
    return media.stream()
        .map(item -> new MediaId(standIns.getOrDefault(item.value(), item.value())))
        .distinct()
        .toList();
  }

  /// The post without an external id that showed just these media there and then.
  Optional<PostId> same(Collection<MediaId> media, Channel channel, Instant postedAt) {
    Field<Long[]> shown =
        field(
            select(arrayAgg(POST_MEDIA.MEDIA_ITEM_ID).orderBy(POST_MEDIA.MEDIA_ITEM_ID))
                .from(POST_MEDIA)
                .where(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
                .and(POST_MEDIA.POST_ID.eq(POSTS.ID)));
    Long[] sorted = media.stream().map(MediaId::value).sorted().toArray(Long[]::new);
    return db.select(POST)
        .from(POSTS)
        .where(POSTS.WORKSPACE_ID.eq(workspace))
        .and(POSTS.CHANNEL.eq(channel.code()))
        .and(POSTS.POSTED_AT.eq(postedAt))
        .and(POSTS.EXTERNAL_ID.isNull())
        .and(shown.eq(val(sorted)))
        .orderBy(POSTS.ID)
        .limit(1)
        .fetchOptional()
        .map(Record1::value1);
  }

  PostId insert(@Nullable UserId by, Channel channel, Instant postedAt, Instant now) {
    return db.insertInto(POSTS)
        .set(POSTS.WORKSPACE_ID, workspace)
        .set(POSTS.CHANNEL, channel.code())
        .set(POSTS.POSTED_AT, postedAt)
        .set(POSTS.STATUS, PostStatus.POSTED.code())
        .set(POSTS.POSTED_BY_USER_ID, by == null ? null : by.value())
        .set(POSTS.CREATED_AT, now)
        .set(POSTS.UPDATED_AT, now)
        .returningResult(POST)
        .fetchSingle()
        .value1();
  }

  /// Empty if the message is a post already.
  Optional<PostId> insert(ChannelPost seen, Instant now) {
    return db.insertInto(POSTS)
        .set(POSTS.WORKSPACE_ID, workspace)
        .set(POSTS.CHANNEL, Channel.TELEGRAM_CHANNEL.code())
        .set(POSTS.POSTED_AT, seen.postedAt())
        .set(POSTS.STATUS, PostStatus.POSTED.code())
        .set(POSTS.EXTERNAL_ID, seen.externalId())
        .set(POSTS.PERMALINK, seen.permalink())
        .set(POSTS.CREATED_AT, now)
        .set(POSTS.UPDATED_AT, now)
        .onConflict(POSTS.WORKSPACE_ID, POSTS.CHANNEL, POSTS.EXTERNAL_ID)
        .where(POSTS.EXTERNAL_ID.isNotNull())
        .doNothing()
        .returningResult(POST)
        .fetchOptional()
        .map(Record1::value1);
  }

  /// Whether the channel has a post of this moment that shows the item.
  boolean isShown(ChannelPost seen) {
    return db.select(
            field(
                exists(
                    selectOne()
                        .from(POST_MEDIA)
                        .join(POSTS)
                        .on(isItsPost())
                        .where(POST_MEDIA.WORKSPACE_ID.eq(workspace))
                        .and(POST_MEDIA.MEDIA_ITEM_ID.eq(seen.subject().media().value()))
                        .and(POSTS.CHANNEL.eq(Channel.TELEGRAM_CHANNEL.code()))
                        .and(POSTS.EXTERNAL_ID.startsWith(seen.prefix()))
                        .and(
                            POSTS.POSTED_AT.between(
                                seen.postedAt().minus(ONE_MOMENT),
                                seen.postedAt().plus(ONE_MOMENT))))))
        .fetchSingle()
        .value1();
  }

  void show(PostId post, List<MediaId> media) {
    List<Row4<Long, Long, Integer, Long>> rows = new ArrayList<>();
    for (MediaId item : media) {
      rows.add(row(workspace, post.value(), rows.size() + 1, item.value()));
    }
    db.insertInto(
            POST_MEDIA,
            POST_MEDIA.WORKSPACE_ID,
            POST_MEDIA.POST_ID,
            POST_MEDIA.POSITION,
            POST_MEDIA.MEDIA_ITEM_ID)
        .valuesOfRows(rows)
        .execute();
  }

  /// Whether it had another status before.
  boolean update(PostId post, PostStatus status, Instant now) {
    return db.update(POSTS)
            .set(POSTS.STATUS, status.code())
            .set(POSTS.UPDATED_AT, now)
            .where(POSTS.WORKSPACE_ID.eq(workspace))
            .and(POSTS.ID.eq(post.value()))
            .and(POSTS.STATUS.ne(status.code()))
            .execute()
        == 1;
  }

  int keepOnly(PostId post, MediaId media) {
    PostMedia kept = POST_MEDIA.as("kept");
    return db.deleteFrom(POST_MEDIA)
        .where(POST_MEDIA.WORKSPACE_ID.eq(workspace))
        .and(POST_MEDIA.POST_ID.eq(post.value()))
        .and(POST_MEDIA.MEDIA_ITEM_ID.ne(media.value()))
        .and(
            exists(
                selectOne()
                    .from(kept)
                    .where(kept.WORKSPACE_ID.eq(workspace))
                    .and(kept.POST_ID.eq(post.value()))
                    .and(kept.MEDIA_ITEM_ID.eq(media.value()))))
        .execute();
  }

  Optional<Channel> lastChannel(UserId user) {
    return db.select(POSTS.CHANNEL.convertFrom(Channel::of))
        .from(POSTS)
        .where(POSTS.WORKSPACE_ID.eq(workspace))
        .and(POSTS.POSTED_BY_USER_ID.eq(user.value()))
        .and(POSTS.STATUS.eq(PostStatus.POSTED.code()))
        .orderBy(POSTS.ID.desc())
        .limit(1)
        .fetchOptional()
        .map(Record1::value1);
  }

  /// Without those that were undone.
  List<RecordedPost> postsOf(Collection<MediaId> media, int limit) {
    return db.select(
            POSTS.CHANNEL.convertFrom(Channel::of),
            POSTS.POSTED_AT,
            POSTS.STATUS.convertFrom(PostStatus::of),
            POSTS.PERMALINK,
            USERS.NAME)
        .from(POSTS)
        .leftJoin(USERS)
        .on(USERS.ID.eq(POSTS.POSTED_BY_USER_ID))
        .where(POSTS.WORKSPACE_ID.eq(workspace))
        .and(POSTS.STATUS.ne(PostStatus.SKIPPED.code()))
        .and(
            POSTS.ID.in(
                select(POST_MEDIA.POST_ID)
                    .from(POST_MEDIA)
                    .where(POST_MEDIA.WORKSPACE_ID.eq(workspace))
                    .and(
                        POST_MEDIA.MEDIA_ITEM_ID.in(
                            select(STANDS_FOR)
                                .from(MEDIA_ITEMS)
                                .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace))
                                .and(MEDIA_ITEMS.ID.eq(any(values(media))))))))
        .orderBy(POSTS.POSTED_AT.desc(), POSTS.ID.desc())
        .limit(limit)
        .fetch(mapping(RecordedPost::new));
  }

  /// Adds an item, as the last, to the posts made since then that show nothing but its album.
  int addToAlbum(MediaId media, AlbumId album, Instant since) {
    PostMedia candidate = POST_MEDIA.as("candidate");
    return db.insertInto(
            POST_MEDIA,
            POST_MEDIA.WORKSPACE_ID,
            POST_MEDIA.POST_ID,
            POST_MEDIA.POSITION,
            POST_MEDIA.MEDIA_ITEM_ID)
        .select(
            select(
                    val(workspace),
                    POST_MEDIA.POST_ID,
                    max(POST_MEDIA.POSITION).plus(1),
                    val(media.value()))
                .from(POST_MEDIA)
                .join(POSTS)
                .on(isItsPost())
                .where(POST_MEDIA.WORKSPACE_ID.eq(workspace))
                .and(POSTS.CREATED_AT.ge(since))
                .and(
                    POST_MEDIA.POST_ID.in(
                        select(candidate.POST_ID)
                            .from(candidate)
                            .where(candidate.WORKSPACE_ID.eq(workspace))
                            .and(candidate.MEDIA_ITEM_ID.in(sentIn(album)))))
                .groupBy(POST_MEDIA.POST_ID)
                .having(boolAnd(POST_MEDIA.MEDIA_ITEM_ID.in(sentIn(album))))
                .and(boolAnd(POST_MEDIA.MEDIA_ITEM_ID.ne(media.value()))))
        .execute();
  }

  private Select<Record1<Long>> sentIn(AlbumId album) {
    return select(STANDS_FOR)
        .from(MEDIA_MESSAGES)
        .join(MEDIA_ITEMS)
        .on(MEDIA_ITEMS.WORKSPACE_ID.eq(MEDIA_MESSAGES.WORKSPACE_ID))
        .and(MEDIA_ITEMS.ID.eq(MEDIA_MESSAGES.MEDIA_ID))
        .where(MEDIA_MESSAGES.WORKSPACE_ID.eq(workspace))
        .and(MEDIA_MESSAGES.ALBUM_ID.eq(album.value()));
  }

  private static Long[] values(Collection<MediaId> media) {
    return media.stream().map(MediaId::value).toArray(Long[]::new);
  }

  private static Condition isItsPost() {
    return POSTS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID).and(POSTS.ID.eq(POST_MEDIA.POST_ID));
  }
}
