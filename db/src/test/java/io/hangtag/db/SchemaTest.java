package io.hangtag.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.db.schema.DefaultSchema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The rules that every table keeps, read from PostgreSQL's own catalogue.
final class SchemaTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  /// Tables that belong to no team: the bot's own, and those a team is made of.
  private static final String OF_NO_TEAM =
      "('workspaces', 'users', 'chats', 'bots', 'inbox', 'outbox')";

  /// Foreign keys that nobody follows backwards: no row that they point at is ever deleted.
  private static final Set<String> WITHOUT_INDEX =
      Set.of(
          "albums_chat_fk",
          "answers_album_fk",
          "answers_chat_fk",
          "answers_media_fk",
          "current_media_album_fk",
          "current_media_chat_fk",
          "current_media_media_fk",
          "current_media_user_fk",
          "link_events_user_fk",
          "media_items_created_by_fk",
          "media_merges_merged_by_fk",
          "media_merges_merged_fk",
          "media_messages_chat_fk",
          "media_product_links_album_fk",
          "media_product_links_linked_by_fk",
          "media_product_links_unlinked_by_fk",
          "outbox_album_fk",
          "outbox_chat_fk",
          "outbox_media_fk",
          "posts_posted_by_fk");

  private static final String OUR_TABLES =
      """
      with our_tables as (
        select oid, relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and relname <> 'flyway_schema_history')
      """;

  @Test
  void has_tables_to_look_at() {
    assertThat(names(OUR_TABLES + "select relname from our_tables"))
        .contains("workspaces", "products", "media_items", "media_product_links", "inbox");
  }

  @Test
  void starts_every_key_and_unique_index_of_a_team_with_the_team() {
    assertThat(
            names(
                OUR_TABLES
                    + """
                    select i.indexrelid::regclass::text
                    from pg_index i
                    join our_tables t on t.oid = i.indrelid
                    join pg_attribute first on first.attrelid = t.oid and first.attnum = i.indkey[0]
                    where i.indisunique and first.attname <> 'workspace_id'
                      and t.relname not in %s
                    """
                        .formatted(OF_NO_TEAM)))
        .isEmpty();
  }

  @Test
  void has_a_primary_key_on_every_table() {
    assertThat(
            names(
                OUR_TABLES
                    + """
                    select relname from our_tables t
                    where not exists (
                      select from pg_constraint where conrelid = t.oid and contype = 'p')
                    """))
        .isEmpty();
  }

  @Test
  void points_at_rows_of_a_team_only_together_with_the_team() {
    assertThat(
            names(
                OUR_TABLES
                    + """
                    select c.conname
                    from pg_constraint c
                    join our_tables target on target.oid = c.confrelid
                    join pg_attribute own
                      on own.attrelid = c.conrelid and own.attnum = c.conkey[1]
                    join pg_attribute theirs
                      on theirs.attrelid = c.confrelid and theirs.attnum = c.confkey[1]
                    where c.contype = 'f' and target.relname not in %s
                      and (own.attname <> 'workspace_id' or theirs.attname <> 'workspace_id')
                    """
                        .formatted(OF_NO_TEAM)))
        .isEmpty();
  }

  @Test
  void says_of_every_column_that_may_be_null_what_null_means() {
    assertThat(
            names(
                OUR_TABLES
                    + """
                    select t.relname || '.' || a.attname
                    from pg_attribute a
                    join our_tables t on t.oid = a.attrelid
                    where a.attnum > 0 and not a.attisdropped and not a.attnotnull
                      and coalesce(col_description(t.oid, a.attnum), '') not like '%NULL:%'
                    """))
        .isEmpty();
  }

  @Test
  void names_every_constraint_after_its_table_and_kind() {
    assertThat(
            names(
                OUR_TABLES
                    + """
                    select c.conname
                    from pg_constraint c
                    join our_tables t on t.oid = c.conrelid
                    where c.contype <> 'n' and (not starts_with(c.conname, t.relname || '_')
                      or c.conname !~ case c.contype
                        when 'p' then '_pk$' when 'u' then '_uk$' when 'f' then '_fk$'
                        when 'c' then '_ck$' when 'x' then '_ex$' end)
                    """))
        .isEmpty();
  }

  @Test
  void names_every_index_after_its_table_and_kind() {
    assertThat(
            names(
                OUR_TABLES
                    + """
                    select i.indexrelid::regclass::text
                    from pg_index i
                    join our_tables t on t.oid = i.indrelid
                    join pg_class index on index.oid = i.indexrelid
                    where not starts_with(index.relname, t.relname || '_')
                      or index.relname !~ case when i.indisprimary then '_pk$'
                        when i.indisunique then '_uk$' else '_ix$' end
                    """))
        .isEmpty();
  }

  @Test
  void has_an_index_for_every_foreign_key_that_somebody_follows_backwards() {
    assertThat(
            names(
                OUR_TABLES
                    + """
                    select c.conname
                    from pg_constraint c
                    join our_tables t on t.oid = c.conrelid
                    where c.contype = 'f' and not exists (
                      select from pg_index i
                      where i.indrelid = c.conrelid
                        and (i.indpred is null
                          or pg_get_expr(i.indpred, i.indrelid) = (
                            select '(' || attname || ' IS NOT NULL)' from pg_attribute
                            where attrelid = c.conrelid
                              and attnum = c.conkey[array_upper(c.conkey, 1)]))
                        and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] = c.conkey)
                    """))
        .containsExactlyInAnyOrderElementsOf(new TreeSet<>(WITHOUT_INDEX));
  }

  @Test
  void is_what_the_generated_classes_say() {
    Set<String> generated =
        DefaultSchema.DEFAULT_SCHEMA
            .tableStream()
            .flatMap(SchemaTest::describe)
            .collect(Collectors.toCollection(TreeSet::new));

    List<String> real =
        names(
            OUR_TABLES
                + """
                select t.relname || '.' || a.attname || case when a.attnotnull then '' else '?' end
                from pg_attribute a
                join our_tables t on t.oid = a.attrelid
                where a.attnum > 0 and not a.attisdropped
                """);

    assertThat(generated).isNotEmpty().containsExactlyInAnyOrderElementsOf(real);
  }

  private static Stream<String> describe(Table<?> table) {
    return table.fieldStream().map(field -> describe(table, field));
  }

  private static String describe(Table<?> table, Field<?> field) {
    String nullable = field.getDataType().nullable() ? "?" : "";
    return table.getName() + "." + field.getName() + nullable;
  }

  private static List<String> names(String query) {
    return db.dsl().fetch(query).getValues(0, String.class);
  }
}
