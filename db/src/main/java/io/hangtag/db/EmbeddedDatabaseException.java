package io.hangtag.db;

import org.jspecify.annotations.Nullable;

/// The embedded database cannot be used; the message is one sentence for whoever runs Hangtag.
public final class EmbeddedDatabaseException extends RuntimeException {
  EmbeddedDatabaseException(String message) {
    this(message, null);
  }

  EmbeddedDatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
