package io.hangtag.bot.playground;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A button pressed under a message of the bot. Lives on: ask it for the answer. For many threads.
public final class ButtonPress {

  private final World world;
  private final String id;
  private final Person person;
  private final Instant at;
  private @Nullable CallbackAnswer answer;

  ButtonPress(World world, String id, Person person, Instant at) {
    this.world = world;
    this.id = id;
    this.person = person;
    this.at = at;
  }

  public Person person() {
    return person;
  }

  /// The callback query's id.
  public String id() {
    return id;
  }

  /// Waits for the bot's answer.
  ///
  /// @throws NotHappened when none came in time
  public CallbackAnswer answer() {
    return world.await("an answer to " + this, this::findAnswer);
  }

  public Optional<CallbackAnswer> findAnswer() {
    return world.monitor().within(() -> Optional.ofNullable(answer));
  }

  Instant at() {
    return at;
  }

  void answered(CallbackAnswer given) {
    answer = given;
    world.happened(new Happening.Answered(this, given));
  }

  @Override
  public String toString() {
    return "button press " + id + " of " + person;
  }
}
