package io.hangtag.core.importing;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Rows given to a statement as one array a column, so that the statement is the same however many
/// rows there are.
final class GivenRowQueries<T> {
  private static final String ALIAS = "given";
  private static final String PLACE = "place";

  private final List<T> rows;
  private final List<String> names = new ArrayList<>();
  private final List<Field<?>> arrays = new ArrayList<>();

  GivenRowQueries(List<T> rows) {
    this.rows = List.copyOf(rows);
  }

  /// Adds a column and gives the field by which the statement names it.
  <V> Field<V> column(String column, DataType<V> type, Function<T, @Nullable V> value) {
    Object[] values = rows.stream().map(value).toArray();
    names.add(column);
    arrays.add(val(values, type.getArrayDataType()));
    return field(name(ALIAS, column), type);
  }

  /// Where a row stands, from 1.
  Field<Long> place() {
    return field(name(ALIAS, PLACE), SQLDataType.BIGINT);
  }

  /// The table of the columns added so far.
  Table<Record> table() {
    List<String> all = new ArrayList<>(names);
    all.add(PLACE);
    return DSL.table("unnest({0}) with ordinality", list(arrays))
        .as(ALIAS, all.toArray(String[]::new));
  }

  /// Whether the field has one of these values.
  ///
  /// Also bounds what a statement reads where the same follows from a join: without statistics, as
  /// in the transaction that fills the table, the planner would join by reading all of a team's
  /// rows.
  static <V> Condition anyOf(Field<V> field, DataType<V> type, Collection<? extends V> values) {
    return field.eq(any(val(values.toArray(), type.getArrayDataType()).coerce(type.array())));
  }
}
