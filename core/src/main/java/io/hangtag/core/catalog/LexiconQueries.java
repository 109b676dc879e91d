package io.hangtag.core.catalog;

import static io.hangtag.db.schema.Tables.CATALOGUE_WORDS;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.team.WorkspaceId;
import org.jooq.DSLContext;

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

  /// As the catalogue's words are compared.
  String fold(String words) {
    return db.select(function("fold_words", String.class, val(words))).fetchSingle().value1();
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
