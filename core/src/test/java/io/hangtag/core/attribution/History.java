package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What happened in a shop, in the tables and at the same time in plain lists.
public final class History {
  public final List<Post> posts = new ArrayList<>();
  public final List<Link> links = new ArrayList<>();
  public final List<Line> lines = new ArrayList<>();
  private final DSLContext db;
  private final long workspace;
  private int orders = 1_000;

  public History(DSLContext db, SampleTeam team) {
    this.db = db;
    this.workspace = team.id().value();
  }

  public Post post(Instant at, MediaId... media) {
    return post(at, "posted", List.of(media));
  }

  public Post post(Instant at, String status, List<MediaId> media) {
    long id =
        db.insertInto(POSTS)
            .set(POSTS.WORKSPACE_ID, workspace)
            .set(POSTS.CHANNEL, "instagram_feed")
            .set(POSTS.POSTED_AT, at)
            .set(POSTS.STATUS, status)
            .set(POSTS.CREATED_AT, at)
            .set(POSTS.UPDATED_AT, at)
            .returningResult(POSTS.ID)
            .fetchSingle()
            .value1();
    for (int position = 1; position <= media.size(); position++) {
      db.insertInto(POST_MEDIA)
          .set(POST_MEDIA.WORKSPACE_ID, workspace)
          .set(POST_MEDIA.POST_ID, id)
          .set(POST_MEDIA.POSITION, position)
          .set(POST_MEDIA.MEDIA_ITEM_ID, media.get(position - 1).value())
          .execute();
    }
    Post post = new Post(id, at, status, List.copyOf(media));
    posts.add(post);
    return post;
  }

  public void move(Post post, Instant at) {
    db.update(POSTS).set(POSTS.POSTED_AT, at).where(POSTS.ID.eq(post.id)).execute();
    posts.set(posts.indexOf(post), new Post(post.id, at, post.status, post.media));
  }

  public Link link(MediaId media, ProductId product) {
    return link(new Link(0, media, product, "featured", null, null, null));
  }

  public Link link(Link wanted) {
    boolean confirmed = !wanted.type.equals("suggested");
    long id =
        db.insertInto(MEDIA_PRODUCT_LINKS)
            .set(MEDIA_PRODUCT_LINKS.WORKSPACE_ID, workspace)
            .set(MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID, wanted.media.value())
            .set(MEDIA_PRODUCT_LINKS.PRODUCT_ID, wanted.product.value())
            .set(MEDIA_PRODUCT_LINKS.LINK_TYPE, wanted.type)
            .set(MEDIA_PRODUCT_LINKS.IS_CONFIRMED, confirmed)
            .set(MEDIA_PRODUCT_LINKS.LINKED_AT, Instant.EPOCH)
            .set(MEDIA_PRODUCT_LINKS.EFFECTIVE_FROM, wanted.from)
            .set(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO, wanted.to)
            .set(MEDIA_PRODUCT_LINKS.UNLINK_REASON, wanted.unlinked)
            .set(MEDIA_PRODUCT_LINKS.UNLINKED_AT, wanted.unlinked == null ? null : Instant.EPOCH)
            .returningResult(MEDIA_PRODUCT_LINKS.ID)
            .fetchSingle()
            .value1();
    Link link =
        new Link(
            id, wanted.media, wanted.product, wanted.type, wanted.from, wanted.to, wanted.unlinked);
    links.add(link);
    return link;
  }

  public void unlink(Link link, String reason) {
    db.update(MEDIA_PRODUCT_LINKS)
        .set(MEDIA_PRODUCT_LINKS.UNLINKED_AT, Instant.EPOCH)
        .set(MEDIA_PRODUCT_LINKS.UNLINK_REASON, reason)
        .where(MEDIA_PRODUCT_LINKS.ID.eq(link.id))
        .execute();
    links.set(
        links.indexOf(link),
        new Link(link.id, link.media, link.product, link.type, link.from, link.to, reason));
  }

  /// An order of one line.
  public String order(Instant at, ProductId product, long net) {
    return order(at, "USD", List.of(new Sold(product, net, null)));
  }

  public String order(Instant at, String currency, List<Sold> sold) {
    String name = "#" + ++orders;
    long id =
        db.insertInto(ORDERS)
            .set(ORDERS.WORKSPACE_ID, workspace)
            .set(ORDERS.NAME, name)
            .set(ORDERS.CREATED_AT, at)
            .set(ORDERS.CURRENCY, currency)
            .set(ORDERS.FINGERPRINT, "")
            .set(ORDERS.IMPORTED_AT, at)
            .set(ORDERS.UPDATED_AT, at)
            .returningResult(ORDERS.ID)
            .fetchSingle()
            .value1();
    for (int position = 1; position <= sold.size(); position++) {
      Sold one = sold.get(position - 1);
      int millionths = 1_000_000 / sold.size();
      db.insertInto(ORDER_LINES)
          .set(ORDER_LINES.WORKSPACE_ID, workspace)
          .set(ORDER_LINES.ORDER_ID, id)
          .set(ORDER_LINES.POSITION, position)
          .set(ORDER_LINES.PRODUCT_ID, one.product == null ? null : one.product.value())
          .set(ORDER_LINES.TITLE, "Line " + position)
          .set(ORDER_LINES.QUANTITY, 1)
          .set(ORDER_LINES.GROSS_MINOR, one.net)
          .set(ORDER_LINES.DISCOUNT_MINOR, 0L)
          .set(ORDER_LINES.TAX_MINOR, 0L)
          .set(ORDER_LINES.REFUNDED_MINOR, 0L)
          .set(ORDER_LINES.ORDER_MILLIONTHS, millionths)
          .set(ORDER_LINES.EXCLUSION, one.exclusion)
          .set(ORDER_LINES.CURRENCY, currency)
          .set(ORDER_LINES.ORDERED_AT, at)
          .execute();
      lines.add(
          new Line(
              id, name, position, at, one.product, one.net, millionths, one.exclusion, currency));
    }
    return name;
  }

  /// Gives money back.
  public void refund(Line line, long minor) {
    db.update(ORDER_LINES)
        .set(ORDER_LINES.REFUNDED_MINOR, ORDER_LINES.REFUNDED_MINOR.plus(minor))
        .set(ORDER_LINES.EXCLUSION, minor == line.net ? "refunded" : line.exclusion)
        .where(ORDER_LINES.ORDER_ID.eq(line.order), ORDER_LINES.POSITION.eq(line.position))
        .execute();
    lines.set(
        lines.indexOf(line),
        new Line(
            line.order,
            line.name,
            line.position,
            line.at,
            line.product,
            line.net - minor,
            line.millionths,
            minor == line.net ? "refunded" : line.exclusion,
            line.currency));
  }

  /// A line to order.
  ///
  /// @param product null: unknown
  /// @param exclusion null: it counts
  public record Sold(@Nullable ProductId product, long net, @Nullable String exclusion) {}

  public record Post(long id, Instant at, String status, List<MediaId> media) {}

  public record Link(
      long id,
      MediaId media,
      ProductId product,
      String type,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String unlinked) {}

  public record Line(
      long order,
      String name,
      int position,
      Instant at,
      @Nullable ProductId product,
      long net,
      int millionths,
      @Nullable String exclusion,
      String currency) {}
}
