package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.suggestion.MediaProfile.Origin;
import io.hangtag.core.suggestion.MediaProfile.Text;
import io.hangtag.core.team.WorkspaceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;

/// What evidence is looked for in.
final class ProfileQueries {
  private final DSLContext db;

  ProfileQueries(DSLContext db) {
    this.db = db;
  }

  /// Those of the media that stand for themselves, by number.
  List<MediaProfile> media(WorkspaceId workspace, Collection<MediaId> media) {
    return db.fetch(
            """
            select id, file_name, category, tags,
              coalesce(fold_words(regexp_replace(file_name, '[.][A-Za-z0-9]{1,5}$', '')), '') as file_words,
              coalesce(fold_words(left(caption, 4000)), '') as caption_words,
              coalesce(fold_words(left(title, 1000)), '') as title_words,
              fold_words(array_to_string(tags, ' | ')) as tag_words,
              coalesce(fold_words(concat_ws(' ', category, substring(file_path from '^(.*)/'))), '') as folder_words
            from media_items
            where workspace_id = ? and id = any(?) and is_active and merged_into is null
            order by id
            """,
            workspace.value(),
            values(media))
        .map(row -> profile(workspace, row));
  }

  private static MediaProfile profile(WorkspaceId workspace, Record row) {
    List<Text> texts = new ArrayList<>();
    add(texts, Origin.FILE_NAME, row.get("file_words", String.class));
    add(texts, Origin.CAPTION, row.get("caption_words", String.class));
    add(texts, Origin.TITLE, row.get("title_words", String.class));
    add(texts, Origin.HASHTAG, row.get("tag_words", String.class));
    add(texts, Origin.FOLDER, row.get("folder_words", String.class));
    return new MediaProfile(
        workspace,
        new MediaId(row.get("id", Long.class)),
        row.get("file_name", String.class),
        row.get("category", String.class),
        Arrays.asList(row.get("tags", String[].class)),
        texts);
  }

  private static void add(List<Text> texts, Origin origin, String folded) {
    if (!folded.isBlank()) {
      texts.add(new Text(origin, folded));
    }
  }

  /// A product that is in the catalogue.
  Optional<ProductProfile> product(WorkspaceId workspace, ProductId product) {
    return db.fetchOptional(
            """
            select p.id, p.title, p.handle, p.product_type, p.tags,
              array(select distinct v.sku from product_variants v
                where v.workspace_id = p.workspace_id and v.product_id = p.id and v.sku is not null
                order by v.sku limit 500) as skus
            from products p
            where p.workspace_id = ? and p.id = ? and p.deleted_at is null
            """,
            workspace.value(),
            product.value())
        .map(
            row ->
                new ProductProfile(
                    workspace,
                    product,
                    row.get("title", String.class),
                    row.get("handle", String.class),
                    row.get("product_type", String.class),
                    Arrays.asList(row.get("tags", String[].class)),
                    Arrays.asList(row.get("skus", String[].class))));
  }

  /// Numbers of the media after `after` that stand for themselves, in order.
  List<MediaId> mediaAfter(WorkspaceId workspace, long after, int limit) {
    return db.fetch(
            """
            select id from media_items
            where workspace_id = ? and id > ? and is_active and merged_into is null
            order by id limit ?
            """,
            workspace.value(),
            after,
            limit)
        .map(row -> new MediaId(row.get("id", Long.class)));
  }

  /// How many media stand for themselves.
  int countMedia(WorkspaceId workspace) {
    return db.fetchSingle(
            """
            select count(*) as media from media_items
            where workspace_id = ? and is_active and merged_into is null
            """,
            workspace.value())
        .get("media", Integer.class);
  }

  /// The newest media whose texts have all words of one of the names.
  List<MediaId> mediaSaying(WorkspaceId workspace, Collection<String> names, int limit) {
    return db.fetch(
            """
            select m.id from media_items m
            where m.workspace_id = ? and m.is_active and m.merged_into is null
              and m.words @@ (select any_of(whole_words(name)) from unnest(?::text[]) as names (name))
            order by m.id desc limit ?
            """,
            workspace.value(),
            names.toArray(String[]::new),
            limit)
        .map(row -> new MediaId(row.get("id", Long.class)));
  }

  /// Those of the media that are linked to something and were posted so often.
  Set<MediaId> wellUsed(WorkspaceId workspace, Collection<MediaId> media, int posts) {
    return Set.copyOf(
        db.fetch(
                """
                select m.id from unnest(?::bigint[]) as m (id)
                where exists (select from media_product_links l
                    where l.workspace_id = ? and l.media_item_id = m.id and l.unlinked_at is null
                      and l.is_confirmed)
                  and (select count(*) from post_media pm
                    join posts p on p.workspace_id = pm.workspace_id and p.id = pm.post_id
                    where pm.workspace_id = ? and pm.media_item_id = m.id and p.status = 'posted') >= ?
                """,
                values(media),
                workspace.value(),
                workspace.value(),
                posts)
            .map(row -> new MediaId(row.get("id", Long.class))));
  }

  static Long[] values(Collection<MediaId> media) {
    return media.stream().map(MediaId::value).toArray(Long[]::new);
  }
}
