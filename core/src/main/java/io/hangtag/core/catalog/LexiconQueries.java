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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
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

  /// Whether other teams have no more than `few` products together.
  boolean hasFewOthers(WorkspaceId workspace, int few) {
    // Each side by the index: that skips the products of the team, which may be a million.
    Condition before = PRODUCTS.WORKSPACE_ID.lt(workspace.value());
    Condition after = PRODUCTS.WORKSPACE_ID.gt(workspace.value());
    return db.fetchCount(upTo(few + 1, before).unionAll(upTo(few + 1, after))) <= few;
  }

  private static Select<Record1<Long>> upTo(int max, Condition condition) {
    return select(PRODUCTS.WORKSPACE_ID).from(PRODUCTS).where(condition).limit(max);
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
  ///
  /// @param lookups by which words the products of each text are looked up
  List<Integer> products(WorkspaceId workspace, List<String> texts, List<String> lookups, int max) {
    Field<Object> words = field(name("asked", "words"), Object.class);
    Field<Object> lookup = field(name("asked", "lookup"), Object.class);
    Field<Long> place = field(name("asked", "place"), Long.class);
    Table<?> found =
        select(PRODUCTS.ID)
            .from(PRODUCTS)
            .where(ProductQueries.isThere(workspace))
            .and(ProductTierQueries.matches(PRODUCTS.ALL_WORDS, lookup))
            .and(ProductTierQueries.filter(ProductTierQueries.matches(PRODUCTS.ALL_WORDS, words)))
            .limit(max)
            .asTable("found");
    return db.select(field(select(DSL.count()).from(found)))
        .from(
            table(
                """
                (select whole_words(words) as words, whole_words(lookup) as lookup, place
                 from unnest({0}, {1}) with ordinality as given (words, lookup, place)
                 offset 0) as asked
                """,
                val(texts.toArray(String[]::new)), val(lookups.toArray(String[]::new))))
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
