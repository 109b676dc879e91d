package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Optional;

/// Somebody with a Telegram account. Safe for use by many threads.
public final class Person {

  private final World world;
  private final long id;
  private final String firstName;
  private String username = "";
  private String language = "en";

  Person(World world, long id, String firstName) {
    this.world = world;
    this.id = id;
    this.firstName = firstName;
  }

  /// Takes a username.
  ///
  /// @param newUsername without @, or empty for none, as with a new person
  @CanIgnoreReturnValue
  public Person called(String newUsername) {
    world.monitor().run(() -> username = newUsername);
    return this;
  }

  /// Sets the app's language.
  ///
  /// @param languageTag of the app, empty when it does not tell; "en" with a new person
  @CanIgnoreReturnValue
  public Person speaking(String languageTag) {
    world.monitor().run(() -> language = languageTag);
    return this;
  }

  public long id() {
    return id;
  }

  public String firstName() {
    return firstName;
  }

  public Optional<String> username() {
    return world.monitor().within(() -> Optional.of(username)).filter(name -> !name.isEmpty());
  }

  /// This person at the keyboard in a chat.
  public Participant in(Chat chat) {
    return Participant.of(this, chat);
  }

  /// This person in the private chat with the bot.
  public Participant privately() {
    return in(privateChat());
  }

  /// The private chat with the bot.
  public Chat privateChat() {
    return world.findChat(id).orElseThrow();
  }

  /// Types `@bot text` somewhere. Every keystroke is a query of its own.
  @CanIgnoreReturnValue
  public InlineQuery queries(String text) {
    return InlineQuery.ask(world, this, text, "");
  }

  /// As [#queries], going on from an offset that no answer of the bot need have named, as a forging
  /// client can.
  @CanIgnoreReturnValue
  public InlineQuery forgesQuery(String text, String offset) {
    return InlineQuery.ask(world, this, text, offset);
  }

  /// Blocks the bot, which is told.
  public void blocksBot() {
    MembershipChanges.changeBot(privateChat(), this, MemberStatus.KICKED);
  }

  /// Lets the bot write again, which is told.
  public void unblocksBot() {
    MembershipChanges.changeBot(privateChat(), this, MemberStatus.MEMBER);
  }

  World world() {
    return world;
  }

  /// A User of Telegram.
  ObjectNode asUser() {
    ObjectNode json = Json.object().put("id", id).put("is_bot", false).put("first_name", firstName);
    world
        .monitor()
        .run(
            () -> {
              if (!username.isEmpty()) {
                json.put("username", username);
              }
              if (!language.isEmpty()) {
                json.put("language_code", language);
              }
            });
    return json;
  }

  @Override
  public String toString() {
    return firstName;
  }
}
