package io.hangtag.core.inbox;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;

import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Table;

/// The rows of a queue that are the first of their lanes.
final class LaneQueries {
  /// The number of a row that is the first of its lane, in [#firstsInOrder].
  static final Field<Long> FIRST_ID = field(name("first", "id"), BIGINT);

  private LaneQueries() {}

  /// A recursive part of a statement, named `firsts`: jumps from lane to lane through the queue's
  /// index, so that it costs as much as there are lanes, however many rows wait in each.
  static CommonTableExpression<Record2<Long, Long>> firsts(
      Table<?> queue, Field<Long> lane, Field<Long> id, Condition open) {
    Field<Long> laneBefore = field(name("firsts", "lane"), BIGINT);
    Table<Record2<Long, Long>> next =
        lateral(
                select(lane.as("lane"), id.as("id"))
                    .from(queue)
                    .where(open)
                    .and(lane.gt(laneBefore))
                    .orderBy(lane, id)
                    .limit(1))
            .as("next");
    return name("firsts")
        .fields("lane", "id")
        .as(
            select(lane, id)
                .from(queue)
                .where(open)
                .orderBy(lane, id)
                .limit(1)
                .unionAll(
                    select(
                            next.field(name("next", "lane"), BIGINT),
                            next.field(name("next", "id"), BIGINT))
                        .from(table(name("firsts")))
                        .crossJoin(next)));
  }

  /// The rows of `firsts` by number, named `first`. What is joined to it laterally is looked at
  /// one by one, and locked one by one.
  static Table<Record1<Long>> firstsInOrder() {
    Field<Long> id = field(name("firsts", "id"), BIGINT);
    return select(id.as("id")).from(table(name("firsts"))).orderBy(id).asTable("first");
  }
}
