package io.hangtag.bot.playground;

/// Something awaited did not happen in time; the message tells what did, as a transcript.
public final class NotHappened extends RuntimeException {

  NotHappened(String message) {
    super(message);
  }
}
