package io.hangtag.core.importing;

/// A file that is not what it was said to be; nothing of it was imported. The message is for
/// people.
public final class RefusedFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RefusedFileException(String message) {
    super(message);
  }
}
