package io.hangtag.core.importing;

import static io.hangtag.core.importing.GivenRowQueries.anyOf;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.posting.Channel;
import io.hangtag.core.posting.Engagement;
import io.hangtag.core.posting.Post;
import io.hangtag.core.posting.PostStatus;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/// Reads and writes one team's posts for an import, many rows a statement.
final class PostQueries {
  private static final SelectField<Engagement> ENGAGEMENT =
      row(
              POSTS.IMPRESSIONS,
              POSTS.REACH,
              POSTS.VIEWS,
              POSTS.LIKES,
              POSTS.COMMENTS,
              POSTS.SHARES,
              POSTS.SAVES)
          .mapping(Engagement::new);

  private static final SelectField<Post> POST =
      row(
              POSTS.CHANNEL.convertFrom(Channel::of),
              POSTS.POSTED_AT,
              POSTS.STATUS.convertFrom(PostStatus::of),
              POSTS.EXTERNAL_ID,
              POSTS.PERMALINK,
              ENGAGEMENT,
              mediaOfPost())
          .mapping(Post::new);

  private final DSLContext db;
  private final long workspace;

  PostQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// Keeps other imports of this team waiting until the transaction ends and gives its time zone;
  /// empty if there is no such workspace.
  Optional<ZoneId> lockWorkspace() {
    return db.select(WORKSPACES.TIMEZONE)
        .from(WORKSPACES)
        .where(WORKSPACES.ID.eq(workspace))
        .forNoKeyUpdate()
        .fetchOptional(WORKSPACES.TIMEZONE)
        .map(ZoneId::of);
  }

  /// Lets the planner know the rows this transaction has written.
  void refreshStatistics() {
    db.execute(
        """
        analyze posts (workspace_id, id, channel, posted_at, external_id),
          post_media (workspace_id, post_id)
        """);
  }

  /// Posts with one of these ids on one of these channels, by number.
  List<KnownPost> postsByExternalId(Collection<Channel> channels, Collection<String> ids) {
    return known(channels, anyOf(POSTS.EXTERNAL_ID, CLOB, ids));
  }

  /// Posts at one of these times on one of these channels, by number.
  List<KnownPost> postsByTime(Collection<Channel> channels, Collection<Instant> times) {
    return known(channels, anyOf(POSTS.POSTED_AT, POSTS.POSTED_AT.getDataType(), times));
  }

  private List<KnownPost> known(Collection<Channel> channels, Condition condition) {
    return db.select(POSTS.ID, POST)
        .from(POSTS)
        .where(
            POSTS.WORKSPACE_ID.eq(workspace),
            anyOf(POSTS.CHANNEL, CLOB, channels.stream().map(Channel::code).toList()),
            condition)
        .orderBy(POSTS.ID)
        .fetch(known -> new KnownPost(known.value1(), known.value2()));
  }

  private static Field<List<MediaId>> mediaOfPost() {
    return field(
            select(arrayAgg(POST_MEDIA.MEDIA_ITEM_ID).orderBy(POST_MEDIA.POSITION))
                .from(POST_MEDIA)
                .where(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
                .and(POST_MEDIA.POST_ID.eq(POSTS.ID)))
        .convertFrom(ids -> Arrays.stream(ids).map(MediaId::new).toList());
  }

  /// Adds posts in their order; gives their numbers in the same.
  List<Long> insert(List<Post> posts, Instant now) {
    GivenRowQueries<Post> rows = new GivenRowQueries<>(posts);
    PostColumns<Post> given = new PostColumns<>(rows, post -> post);
    return db
        .insertInto(
            POSTS,
            POSTS.WORKSPACE_ID,
            POSTS.CHANNEL,
            POSTS.POSTED_AT,
            POSTS.STATUS,
            POSTS.EXTERNAL_ID,
            POSTS.PERMALINK,
            POSTS.IMPRESSIONS,
            POSTS.REACH,
            POSTS.VIEWS,
            POSTS.LIKES,
            POSTS.COMMENTS,
            POSTS.SHARES,
            POSTS.SAVES,
            POSTS.CREATED_AT,
            POSTS.UPDATED_AT)
        .select(
            select(
                    val(workspace),
                    given.channel,
                    given.postedAt,
                    given.status,
                    given.externalId,
                    given.permalink,
                    given.impressions,
                    given.reach,
                    given.views,
                    given.likes,
                    given.comments,
                    given.shares,
                    given.saves,
                    val(now),
                    val(now))
                .from(rows.table())
                .orderBy(rows.place()))
        .returningResult(POSTS.ID)
        .fetch(POSTS.ID)
        .stream()
        // Numbers are given in the order of the rows; that they come back so is not promised.
        .sorted()
        .toList();
  }

  void update(List<KnownPost> posts, Instant now) {
    GivenRowQueries<KnownPost> rows = new GivenRowQueries<>(posts);
    Field<Long> id = rows.column("id", BIGINT, KnownPost::id);
    PostColumns<KnownPost> given = new PostColumns<>(rows, KnownPost::post);
    db.update(POSTS)
        .set(POSTS.POSTED_AT, given.postedAt)
        .set(POSTS.STATUS, given.status)
        .set(POSTS.EXTERNAL_ID, given.externalId)
        .set(POSTS.PERMALINK, given.permalink)
        .set(POSTS.IMPRESSIONS, given.impressions)
        .set(POSTS.REACH, given.reach)
        .set(POSTS.VIEWS, given.views)
        .set(POSTS.LIKES, given.likes)
        .set(POSTS.COMMENTS, given.comments)
        .set(POSTS.SHARES, given.shares)
        .set(POSTS.SAVES, given.saves)
        .set(POSTS.UPDATED_AT, now)
        .from(rows.table())
        .where(
            POSTS.WORKSPACE_ID.eq(workspace),
            POSTS.ID.eq(id),
            anyOf(POSTS.ID, BIGINT, posts.stream().map(KnownPost::id).toList()))
        .execute();
  }

  /// A post that is stored.
  record KnownPost(long id, Post post) {}

  private static final class PostColumns<T> {
    final Field<String> channel;
    final Field<Instant> postedAt;
    final Field<String> status;
    final Field<String> externalId;
    final Field<String> permalink;
    final Field<Long> impressions;
    final Field<Long> reach;
    final Field<Long> views;
    final Field<Long> likes;
    final Field<Long> comments;
    final Field<Long> shares;
    final Field<Long> saves;
    private final GivenRowQueries<T> rows;
    private final Function<T, Post> postOf;

    PostColumns(GivenRowQueries<T> rows, Function<T, Post> postOf) {
      this.rows = rows;
      this.postOf = postOf;
      channel = text("channel", post -> post.channel().code());
      postedAt =
          rows.column(
              "posted_at", POSTS.POSTED_AT.getDataType(), it -> postOf.apply(it).postedAt());
      status = text("status", post -> post.status().code());
      externalId = text("external_id", Post::externalId);
      permalink = text("permalink", Post::permalink);
      impressions = count("impressions", Engagement::impressions);
      reach = count("reach", Engagement::reach);
      views = count("views", Engagement::views);
      likes = count("likes", Engagement::likes);
      comments = count("comments", Engagement::comments);
      shares = count("shares", Engagement::shares);
      saves = count("saves", Engagement::saves);
    }

    private Field<String> text(String name, Function<Post, @Nullable String> value) {
      return rows.column(name, CLOB, it -> value.apply(postOf.apply(it)));
    }

    private Field<Long> count(String name, Function<Engagement, @Nullable Long> value) {
      return rows.column(name, BIGINT, it -> value.apply(postOf.apply(it).engagement()));
    }
  }
}
