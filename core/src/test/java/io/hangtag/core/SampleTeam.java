package io.hangtag.core;

import static io.hangtag.db.schema.Tables.ALBUMS;
import static io.hangtag.db.schema.Tables.CHATS;
import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.USERS;
import static io.hangtag.db.schema.Tables.WORKSPACES;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.UserId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/// A team that no other test has, with what a test puts into it.
public final class SampleTeam {
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final DSLContext db;
  private final WorkspaceId id;

  private SampleTeam(DSLContext db, WorkspaceId id) {
    this.db = db;
    this.id = id;
  }

  /// A new one, with nothing in it.
  public static SampleTeam in(DSLContext db) {
    return new SampleTeam(
        db,
        db.insertInto(WORKSPACES)
            .set(WORKSPACES.NAME, "Team " + NUMBERS.incrementAndGet())
            .set(WORKSPACES.TIMEZONE, "UTC")
            .set(WORKSPACES.CURRENCY, "USD")
            .returningResult(WORKSPACES.ID.convertFrom(WorkspaceId::new))
            .fetchSingle()
            .value1());
  }

  public WorkspaceId id() {
    return id;
  }

  public UserId user(String name) {
    return db.insertInto(USERS)
        .set(USERS.TELEGRAM_USER_ID, NUMBERS.incrementAndGet())
        .set(USERS.NAME, name)
        .returningResult(USERS.ID.convertFrom(UserId::new))
        .fetchSingle()
        .value1();
  }

  /// Somebody who acts in this team.
  public Actor person(String name) {
    return new Actor(id, user(name));
  }

  public ProductId product(String title) {
    return db.insertInto(PRODUCTS)
        .set(PRODUCTS.WORKSPACE_ID, id.value())
        .set(PRODUCTS.TITLE, title)
        .set(PRODUCTS.CURRENCY, "USD")
        .set(PRODUCTS.IMPORT_HASH, new byte[] {1})
        .returningResult(PRODUCTS.ID.convertFrom(ProductId::new))
        .fetchSingle()
        .value1();
  }

  /// So many products, by number.
  public List<ProductId> products(int count) {
    return IntStream.range(0, count).mapToObj(number -> product("Product " + number)).toList();
  }

  /// Takes a product out of the catalogue.
  public void deletes(ProductId product) {
    db.update(PRODUCTS)
        .set(PRODUCTS.DELETED_AT, Instant.EPOCH)
        .where(PRODUCTS.ID.eq(product.value()))
        .execute();
  }

  /// Says of a product that it turned out to be another one.
  public void merges(ProductId product, ProductId into) {
    db.update(PRODUCTS)
        .set(PRODUCTS.MERGED_INTO, into.value())
        .set(PRODUCTS.DELETED_AT, Instant.EPOCH)
        .where(PRODUCTS.ID.eq(product.value()).or(PRODUCTS.MERGED_INTO.eq(product.value())))
        .execute();
  }

  public MediaId photo() {
    return db.insertInto(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.WORKSPACE_ID, id.value())
        .set(MEDIA_ITEMS.KIND, "photo")
        .set(MEDIA_ITEMS.TELEGRAM_FILE_UNIQUE_ID, "file" + NUMBERS.incrementAndGet())
        .returningResult(MEDIA_ITEMS.ID.convertFrom(MediaId::new))
        .fetchSingle()
        .value1();
  }

  /// So many photos, by number.
  public List<MediaId> photos(int count) {
    return IntStream.range(0, count).mapToObj(_ -> photo()).toList();
  }

  /// Says of an item that it turned out to be another one.
  public void merges(MediaId item, MediaId into) {
    db.update(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.MERGED_INTO, into.value())
        .where(MEDIA_ITEMS.ID.eq(item.value()))
        .execute();
  }

  /// A group that is this team.
  public ChatId chat() {
    return db.insertInto(CHATS)
        .set(CHATS.TELEGRAM_CHAT_ID, -NUMBERS.incrementAndGet())
        .set(CHATS.KIND, "group")
        .set(CHATS.WORKSPACE_ID, id.value())
        .returningResult(CHATS.ID.convertFrom(ChatId::new))
        .fetchSingle()
        .value1();
  }

  public AlbumId album() {
    return db.insertInto(ALBUMS)
        .set(ALBUMS.WORKSPACE_ID, id.value())
        .set(ALBUMS.CHAT_ID, chat().value())
        .set(ALBUMS.TELEGRAM_MEDIA_GROUP, "album" + NUMBERS.incrementAndGet())
        .returningResult(ALBUMS.ID.convertFrom(AlbumId::new))
        .fetchSingle()
        .value1();
  }
}
