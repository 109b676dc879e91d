package io.hangtag.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/// Reads and writes millions of rows by PostgreSQL's COPY in its binary format, which costs a
/// fraction of what statements with results and parameters do.
///
/// Format: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".
public final class BinaryCopy {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
  private static final int HEADER = SIGNATURE.length + 8;
  // Binary timestamps count from 2000-01-01T00:00Z.
  private static final long EPOCH_DAY = 10_957;
  private static final long EPOCH_MICROS = EPOCH_DAY * 86_400_000_000L;

  private BinaryCopy() {}

  /// Gives each row of a query to `rows`, always as the same object: it stands for the row only
  /// until `rows` returns.
  ///
  /// @param query with all its parameters inlined
  public static void read(Connection connection, String query, Consumer<RowIn> rows)
      throws SQLException {
    CopyOut copy = manager(connection).copyOut("copy (" + query + ") to stdout (format binary)");
    try {
      RowIn row = new RowIn();
      boolean first = true;
      for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
        ByteBuffer buffer = ByteBuffer.wrap(message);
        if (first) {
          buffer.position(HEADER);
          first = false;
        }
        if (buffer.hasRemaining() && buffer.getShort() >= 0) {
          row.buffer = buffer;
          rows.accept(row);
        }
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /// Writes the rows that `work` makes; how many there were.
  ///
  /// @param target the table and its columns, `table (column, ...)`
  /// @param columns how many
  public static long write(
      Connection connection, String target, int columns, Consumer<RowsOut> work)
      throws SQLException {
    CopyIn copy = manager(connection).copyIn("copy " + target + " from stdin (format binary)");
    try {
      RowsOut rows = new RowsOut(copy, columns);
      rows.header();
      work.accept(rows);
      rows.trailer();
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static CopyManager manager(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /// The fields of a row, to be read in their order.
  public static final class RowIn {
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    private RowIn() {}

    /// A `bigint`; NULL is 0.
    public long int64() {
      return buffer.getInt() < 0 ? 0 : buffer.getLong();
    }

    /// An `integer`; NULL is 0.
    public int int32() {
      return buffer.getInt() < 0 ? 0 : buffer.getInt();
    }

    /// A `timestamptz` in microseconds since 1970-01-01T00:00Z.
    ///
    /// @throws IllegalStateException if it is NULL
    public long micros() {
      if (buffer.getInt() < 0) {
        throw new IllegalStateException("a time is missing");
      }
      return buffer.getLong() + EPOCH_MICROS;
    }

    /// A `date` in days since 1970-01-01; NULL is 1970-01-01.
    public long date() {
      return buffer.getInt() < 0 ? 0 : buffer.getInt() + EPOCH_DAY;
    }

    /// A text; null: NULL.
    public @Nullable String text() {
      int length = buffer.getInt();
      if (length < 0) {
        return null;
      }
      byte[] bytes = new byte[length];
      buffer.get(bytes);
      return new String(bytes, UTF_8);
    }
  }

  /// Rows on their way to a table, field by field in their order.
  public static final class RowsOut {
    private static final int CAPACITY = 1 << 16;

    private final CopyIn copy;
    private final int columns;
    private final ByteBuffer buffer = ByteBuffer.allocate(CAPACITY);

    private RowsOut(CopyIn copy, int columns) {
      this.copy = copy;
      this.columns = columns;
    }

    /// Begins a row, which must then get all its fields.
    public void row() {
      room(2).putShort((short) columns);
    }

    /// A `bigint`.
    public void int64(long value) {
      room(12).putInt(8).putLong(value);
    }

    /// An `integer`.
    public void int32(int value) {
      room(8).putInt(4).putInt(value);
    }

    /// A `date`, in days since 1970-01-01.
    public void date(long epochDay) {
      int32(Math.toIntExact(epochDay - EPOCH_DAY));
    }

    /// A short `text`.
    public void text(String value) {
      byte[] bytes = value.getBytes(UTF_8);
      room(4 + bytes.length).putInt(bytes.length).put(bytes);
    }

    private void header() {
      room(HEADER).put(SIGNATURE).putInt(0).putInt(0);
    }

    private void trailer() {
      room(2).putShort((short) -1);
      flush();
    }

    private ByteBuffer room(int bytes) {
      if (buffer.remaining() < bytes) {
        flush();
      }
      return buffer;
    }

    private void flush() {
      try {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
      } catch (SQLException e) {
        throw new BinaryCopyException(e);
      }
      buffer.clear();
    }
  }

  /// The server refused rows.
  public static final class BinaryCopyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private BinaryCopyException(SQLException cause) {
      super("COPY was broken off", cause);
    }
  }
}
