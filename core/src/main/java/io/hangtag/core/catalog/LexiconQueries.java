package io.hangtag.core.catalog;

import static io.hangtag.db.schema.Tables.CATALOGUE_WORDS;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Reads and counts the words of a team's products.
final class LexiconQueries {
  private final DSLContext db;

  LexiconQueries(DSLContext db) {
    this.db = db;
  }

  /// What goes up with each change of the catalogue; 0 for an unknown team.
  long catalogVersion(WorkspaceId workspace) {
    return db.select(WORKSPACES.CATALOG_VERSION)
        .from(WORKSPACES)
        .where(WORKSPACES.ID.eq(workspace.value()))
        .fetchOptional(WORKSPACES.CATALOG_VERSION)
        .orElse(0L);
  }

  Lexicon lexicon(WorkspaceId workspace) {
    return new Lexicon(
        db.select(CATALOGUE_WORDS.WORD, CATALOGUE_WORDS.PRODUCTS)
            .from(CATALOGUE_WORDS)
            .where(CATALOGUE_WORDS.WORKSPACE_ID.eq(workspace.value()))
            .fetch(mapping(Lexicon.Word::new)));
  }

  /// A text as the catalogue's words and SKUs are compared.
  Folded fold(String text) {
    return db.select(
            function("fold_words", String.class, val(text)),
            coalesce(ProductQueries.foldSku(val(text)), inline("")))
        .fetchSingle(mapping(Folded::new));
  }

  /// @param words with one blank between them
  record Folded(String words, String sku) {}

  /// How many products have all words of each text, in the order of the texts; at most `max` are
  /// counted.
  List<Integer> products(WorkspaceId workspace, List<String> texts, int max) {
    Field<String> words = field(name("asked", "words"), String.class);
    Field<Long> place = field(name("asked", "place"), Long.class);
    Table<?> found =
        select(PRODUCTS.ID)
            .from(PRODUCTS)
            .where(ProductQueries.isThere(workspace))
            .and(
                ProductTierQueries.matches(
                    PRODUCTS.ALL_WORDS, function("whole_words", Object.class, words)))
            .limit(max)
            .asTable("found");
    return db.select(field(select(DSL.count()).from(found)))
        .from(
            table(
                "unnest({0}) with ordinality as asked (words, place)",
                val(texts.toArray(String[]::new))))
        .orderBy(place)
        .fetch(Record1::value1);
  }

  void clear(WorkspaceId workspace) {
    db.deleteFrom(CATALOGUE_WORDS)
        .where(CATALOGUE_WORDS.WORKSPACE_ID.eq(workspace.value()))
        .execute();
  }

  void count(WorkspaceId workspace) {
    db.insertInto(
            CATALOGUE_WORDS,
            CATALOGUE_WORDS.WORKSPACE_ID,
            CATALOGUE_WORDS.WORD,
            CATALOGUE_WORDS.PRODUCTS)
        .select(
            select(
                    val(workspace.value()),
                    field(name("word"), String.class),
                    field(name("products"), Integer.class))
                .from(table("count_words({0})", val(workspace.value()))))
        .execute();
  }
}
