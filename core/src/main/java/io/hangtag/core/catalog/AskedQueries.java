package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.ProductQueries.foldSku;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/// What is asked, computed once in a statement as [#ASKED] and read back by scalar subqueries.
///
/// So one plan serves every text, and each lookup runs on an index whether or not the server knows
/// the text when it plans.
final class AskedQueries {
  static final Name ASKED = name("asked");
  static final Field<String> ASKED_SKU = asked("sku", String.class);
  static final Field<String> ASKED_SKU_PREFIX = asked("sku_prefix", String.class);
  static final Field<String> ASKED_AS_WRITTEN = asked("as_written", String.class);
  static final Field<String> ASKED_NAME = asked("name", String.class);
  static final Field<Object> ASKED_WHOLE = asked("whole_words", Object.class);
  static final Field<Object> ASKED_FEW = asked("few_words", Object.class);
  static final Field<Object> ASKED_BEGUN = asked("begun_words", Object.class);
  static final Field<Object> ASKED_LOOKUP = asked("begun_words_lookup", Object.class);

  private AskedQueries() {}

  /// Null if there is no letter or digit in it.
  static Select<?> askedSku(SearchText text) {
    return select(foldSku(val(text.sku())).as("sku"));
  }

  /// Null where the text is too short for a kind of lookup, which then finds nothing.
  ///
  /// @param lookup by what the index finds the words
  static Select<?> asked(SearchText text, WordLookup lookup) {
    Field<String> sku = field(name("sku"), String.class);
    Field<String> words = field(name("words"), String.class);
    Field<String> joined = field(name("joined_words"), String.class);
    Field<String> typed = val(text.words(), SQLDataType.CLOB);
    return select(
            sku,
            field("substring({0} from '^.{3,}$')", String.class, sku).as("sku_prefix"),
            lower(val(text.sku())).as("as_written"),
            field("nullif(left({0}, 200), '')", String.class, words).as("name"),
            field("whole_words({0}, {1}, has_unspaced({2}))", Object.class, words, joined, typed)
                .as("whole_words"),
            function("begun_words", Object.class, words, joined).as("begun_words"),
            function("whole_words", Object.class, val(lookup.few(), SQLDataType.CLOB))
                .as("few_words"),
            function(
                    "begun_words_lookup",
                    Object.class,
                    val(text.words() == null ? null : lookup.words(), SQLDataType.CLOB))
                .as("begun_words_lookup"))
        .from(
            select(
                    foldSku(val(text.sku())).as(sku),
                    function("fold_words", String.class, typed).as(words),
                    function("fold_joined_words", String.class, typed).as(joined))
                .offset(0)
                .asTable("folded"));
  }

  private static <T> Field<T> asked(String column, Class<T> type) {
    return field(select(field(name("asked", column), type)).from(table(ASKED)));
  }
}
