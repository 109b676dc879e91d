package io.hangtag.bot.playground;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when told to.
final class HandClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-05-04T10:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }
}
