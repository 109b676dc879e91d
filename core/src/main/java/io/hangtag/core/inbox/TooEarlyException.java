package io.hangtag.core.inbox;

/// Thrown by a handler for an update that can be understood only when a message that is being sent
/// has its number. The update is handled again a moment later; that is no failure.
public final class TooEarlyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TooEarlyException(String message) {
    super(message);
  }
}
