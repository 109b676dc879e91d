package io.hangtag.bot.bench;

import io.hangtag.db.BinaryCopy;
import io.hangtag.db.BinaryCopy.RowIn;
import io.hangtag.db.BinaryCopy.RowsOut;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// DuckDB in this process: reads both sides from PostgreSQL by COPY, and writes what it calculates
/// back by COPY.
final class DuckAttribution {
  private static final int COLUMNS = 12;

  private final AttributionShop shop;

  DuckAttribution(AttributionShop shop) {
    this.shop = shop;
  }

  void into(String table) throws SQLException {
    try (DuckDBConnection duck = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("set threads = 2");
      statement.execute("create macro whole(a, b) as a // b");
      statement.execute(
          "create table lines (order_id bigint, position integer, product_id bigint,"
              + " ordered_at timestamp, net_minor bigint, order_millionths integer, currency varchar)");
      statement.execute(
          "create table touches (product_id bigint, posted_at timestamp, post_id bigint,"
              + " position integer, media_item_id bigint, link_id bigint)");
      long workspace = shop.workspace().value();
      load(duck, "lines", AttributionSql.lines(workspace), DuckAttribution::line);
      load(duck, "touches", AttributionSql.touches(workspace), DuckAttribution::touch);
      try (ResultSet figures =
          statement.executeQuery(
              AttributionSql.figures(
                  workspace, "datediff('day', date '1970-01-01', cast(ordered_at as date))"))) {
        write(table, figures);
      }
    }
  }

  private void load(
      DuckDBConnection duck, String table, String query, BiConsumer<RowIn, DuckDBAppender> append)
      throws SQLException {
    try (DuckDBAppender appender = duck.createAppender("main", table)) {
      shop.database()
          .dsl()
          .connection(
              connection ->
                  BinaryCopy.read(connection, query, row -> append.accept(row, appender)));
    }
  }

  private static void line(RowIn row, DuckDBAppender appender) {
    try {
      appender.beginRow();
      appender.append(row.int64());
      appender.append(row.int32());
      appender.append(row.int64());
      appender.append(time(row.micros()));
      appender.append(row.int64());
      appender.append(row.int32());
      appender.append(String.valueOf(row.text()));
      appender.endRow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void touch(RowIn row, DuckDBAppender appender) {
    try {
      appender.beginRow();
      appender.append(row.int64());
      appender.append(time(row.micros()));
      appender.append(row.int64());
      appender.append(row.int32());
      appender.append(row.int64());
      appender.append(row.int64());
      appender.endRow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LocalDateTime time(long micros) {
    return LocalDateTime.ofEpochSecond(
        micros / 1_000_000, (int) (micros % 1_000_000) * 1_000, ZoneOffset.UTC);
  }

  private void write(String table, ResultSet figures) {
    shop.database()
        .dsl()
        .connection(
            (Connection connection) -> {
              long _ =
                  BinaryCopy.write(connection, table, COLUMNS, rows -> writeAll(figures, rows));
            });
  }

  private static void writeAll(ResultSet figures, RowsOut rows) {
    try {
      while (figures.next()) {
        rows.row();
        rows.int64(figures.getLong(1));
        rows.int64(figures.getLong(2));
        rows.date(figures.getLong(3));
        rows.int64(figures.getLong(4));
        rows.int64(figures.getLong(5));
        rows.text(figures.getString(6));
        rows.int64(figures.getLong(7));
        rows.int64(figures.getLong(8));
        rows.int64(figures.getLong(9));
        rows.int32(figures.getInt(10));
        rows.int32(figures.getInt(11));
        rows.int32(figures.getInt(12));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
