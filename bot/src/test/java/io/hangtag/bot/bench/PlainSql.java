package io.hangtag.bot.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/// What PostgreSQL offers by itself, each with the index it needs, over a table of titles, texts
/// and SKUs.
final class PlainSql {
  private final DSLContext sql;

  private PlainSql(DSLContext sql) {
    this.sql = sql;
  }

  /// Copies all products into the table.
  static PlainSql over(DSLContext sql) {
    sql.execute("create extension if not exists pg_trgm");
    sql.execute("drop table if exists documents");
    sql.execute(
        """
        create table documents as
        select product.id as position, substring(product.handle from '[^-]+$') as id, product.title,
          variant.sku, product.title || ' ' || coalesce(variant.sku, '') as title_and_sku,
          to_tsvector('english', concat_ws(' ', product.title, product.vendor, product.product_type,
            array_to_string(product.tags, ' '), variant.sku)) as words
        from products product
        left join product_variants variant
          on variant.workspace_id = product.workspace_id and variant.product_id = product.id
        """);
    sql.execute("create index on documents using gin (title_and_sku gin_trgm_ops)");
    sql.execute("create index on documents using gin (words)");
    sql.execute("analyze documents");
    return new PlainSql(sql);
  }

  List<SearchMethod> methods() {
    return List.of(
        new Method("ilike", this::ilike),
        new Method("fulltext", this::fullText),
        new Method("trigram_word", this::trigramWord),
        new Method("trigram_strict_word", this::trigramStrictWord));
  }

  /// The text somewhere in title or SKU, shorter titles first.
  private List<String> ilike(String query, int limit) {
    return ids(
        """
        select id from documents where title_and_sku ilike '%' || ? || '%'
        order by char_length(title), position limit ?
        """,
        query.replaceAll("([\\\\%_])", "\\\\$1"), limit);
  }

  /// All words; where these find too little, any of them.
  private List<String> fullText(String query, int limit) {
    Set<String> found =
        new LinkedHashSet<>(
            ids(
                """
                select id from documents, plainto_tsquery('english', ?) asked where words @@ asked
                order by ts_rank(words, asked, 1) desc, position limit ?
                """,
                query,
                limit));
    if (found.size() < limit) {
      found.addAll(
          ids(
              """
              select id from documents,
                cast(replace(plainto_tsquery('english', ?)::text, '&', '|') as tsquery) asked
              where words @@ asked
              order by ts_rank(words, asked, 1) desc, position limit ?
              """,
              query,
              limit));
    }
    return found.stream().limit(limit).toList();
  }

  private List<String> trigramWord(String query, int limit) {
    return ids(
        """
        select id from documents, (values (?)) asked (text) where asked.text <% title_and_sku
        order by asked.text <<-> title_and_sku, char_length(title), position limit ?
        """,
        query, limit);
  }

  private List<String> trigramStrictWord(String query, int limit) {
    return ids(
        """
        select id from documents, (values (?)) asked (text) where asked.text <<% title_and_sku
        order by asked.text <<<-> title_and_sku, char_length(title), position limit ?
        """,
        query, limit);
  }

  private List<String> ids(String statement, String query, int limit) {
    return sql.fetch(statement, query, limit).getValues(0, String.class);
  }

  private record Method(String name, Way way) implements SearchMethod {
    @Override
    public List<String> find(String query, int limit) {
      return way.find(query, limit);
    }
  }

  @FunctionalInterface
  private interface Way {
    List<String> find(String query, int limit);
  }
}
