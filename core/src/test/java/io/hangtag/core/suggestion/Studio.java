package io.hangtag.core.suggestion;

import static io.hangtag.db.schema.Tables.ALBUMS;
import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.MEDIA_MESSAGES;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.Catalogue;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.BulkOutcome;
import io.hangtag.core.linking.LinkRequest;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.UserId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A new team with what a test puts into it, said as sentences:
/// `studio.photo().named("MH01_front.jpg").taken()`.
record Studio(TestCore test, SampleTeam team, Catalogue catalogue) {
  static Studio in(TestCore test) {
    SampleTeam team = test.team();
    return new Studio(test, team, new Catalogue(test.sql(), team.id()));
  }

  WorkspaceId id() {
    return team.id();
  }

  Suggestions suggestions() {
    return test.core().suggestions();
  }

  /// To be said more of, and [Photo#taken()].
  Photo photo() {
    return new Photo(this);
  }

  /// Says of media that the product is there.
  void links(ProductId product, MediaId... media) {
    BulkOutcome _ =
        test.core()
            .linking()
            .linkAll(
                Actor.commandLine(id()),
                List.of(media),
                LinkRequest.of(product, LinkType.FEATURED));
  }

  /// So many photos of the product, in this category.
  void showsOften(ProductId product, String category, int times) {
    links(
        product,
        IntStream.range(0, times)
            .mapToObj(_ -> photo().in(category).taken())
            .toArray(MediaId[]::new));
  }

  AlbumId album(MediaId... pictures) {
    DSLContext sql = test.sql();
    AlbumId album = team.album();
    long chat =
        sql.select(ALBUMS.CHAT_ID)
            .from(ALBUMS)
            .where(ALBUMS.ID.eq(album.value()))
            .fetchSingle()
            .value1();
    for (MediaId picture : pictures) {
      sql.insertInto(MEDIA_MESSAGES)
          .set(MEDIA_MESSAGES.WORKSPACE_ID, id().value())
          .set(MEDIA_MESSAGES.CHAT_ID, chat)
          .set(MEDIA_MESSAGES.MESSAGE_ID, picture.value())
          .set(MEDIA_MESSAGES.MEDIA_ID, picture.value())
          .set(MEDIA_MESSAGES.ALBUM_ID, album.value())
          .execute();
    }
    return album;
  }

  MediaProfile profile(MediaId media) {
    return new ProfileQueries(test.sql()).media(id(), List.of(media)).getFirst();
  }

  ProductProfile profile(ProductId product) {
    return new ProfileQueries(test.sql()).product(id(), product).orElseThrow();
  }

  /// A photo that is not there yet.
  static final class Photo {
    private final Studio studio;
    private List<String> tags = List.of();
    private @Nullable String name;
    private @Nullable String caption;
    private @Nullable String category;
    private @Nullable String path;
    private @Nullable UserId sender;
    private Instant at = Instant.parse("2026-03-01T12:00:00Z");

    private Photo(Studio studio) {
      this.studio = studio;
    }

    Photo named(String fileName) {
      this.name = fileName;
      return this;
    }

    Photo saying(String text) {
      this.caption = text;
      return this;
    }

    Photo in(@Nullable String folder) {
      this.category = folder;
      return this;
    }

    Photo at(String filePath) {
      this.path = filePath;
      return this;
    }

    Photo tagged(String... labels) {
      this.tags = List.of(labels);
      return this;
    }

    Photo sentBy(UserId user, String time) {
      this.sender = user;
      this.at = Instant.parse(time);
      return this;
    }

    @CanIgnoreReturnValue
    MediaId taken() {
      return studio
          .test
          .sql()
          .insertInto(MEDIA_ITEMS)
          .set(MEDIA_ITEMS.WORKSPACE_ID, studio.id().value())
          .set(MEDIA_ITEMS.KIND, "photo")
          .set(MEDIA_ITEMS.TELEGRAM_FILE_UNIQUE_ID, UUID.randomUUID().toString())
          .set(MEDIA_ITEMS.FILE_NAME, name)
          .set(MEDIA_ITEMS.FILE_PATH, path)
          .set(MEDIA_ITEMS.CAPTION, caption)
          .set(MEDIA_ITEMS.CATEGORY, category)
          .set(MEDIA_ITEMS.TAGS, tags.toArray(String[]::new))
          .set(MEDIA_ITEMS.CREATED_BY_USER_ID, sender == null ? null : sender.value())
          .set(MEDIA_ITEMS.CREATED_AT, at)
          .returningResult(MEDIA_ITEMS.ID.convertFrom(MediaId::new))
          .fetchSingle()
          .value1();
    }
  }
}
