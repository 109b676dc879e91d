package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The people, chats and messages behind the Bot API. Safe for use by many threads.
public final class World {

  /// How long waiting for something to happen lasts before it fails.
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long FIRST_PERSON = 7_000_000_001L;
  private static final long FIRST_SUPERGROUP = -1_002_000_000_001L;
  private static final long FIRST_GROUP = -4_000_000_001L;

  private final Monitor monitor = new Monitor();
  private final InstantSource clock;
  private final FileStore files = new FileStore();
  private final UpdateQueue updates;
  private final Map<Long, Person> persons = new LinkedHashMap<>();
  private final Map<Long, Chat> chats = new LinkedHashMap<>();
  private final Map<String, ButtonPress> presses = new HashMap<>();
  private final Map<String, InlineQuery> inlineQueries = new HashMap<>();
  private final Map<String, ChatMessage> inlineMessages = new HashMap<>();
  private final List<Happening> happenings = new ArrayList<>();
  private BotAccount account;
  private int lastSharedMessageId;
  private long lastQueryId = 4_200_000_000_000_000L;

  World(BotAccount account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
    this.updates = new UpdateQueue(monitor, clock);
  }

  /// A new person, who has not met the bot yet.
  public Person person(String firstName) {
    return monitor.within(
        () -> {
          Person person = new Person(this, FIRST_PERSON + persons.size(), firstName);
          persons.put(person.id(), person);
          chats.put(person.id(), Chat.privately(this, person));
          return person;
        });
  }

  /// A basic group, without the bot.
  public Chat group(String title, Person owner, Person... members) {
    return chat(ChatKind.GROUP, title, owner, members);
  }

  /// A supergroup, without the bot.
  public Chat supergroup(String title, Person owner, Person... members) {
    return chat(ChatKind.SUPERGROUP, title, owner, members);
  }

  /// A channel, without the bot.
  public Chat channel(String title, Person owner, Person... members) {
    return chat(ChatKind.CHANNEL, title, owner, members);
  }

  private Chat chat(ChatKind kind, String title, Person owner, Person... members) {
    return monitor.within(
        () -> {
          long first = kind == ChatKind.GROUP ? FIRST_GROUP : FIRST_SUPERGROUP;
          Chat chat = new Chat(this, first - chats.size(), kind, title);
          chats.put(chat.id(), chat);
          chat.setStatus(owner.id(), MemberStatus.CREATOR);
          for (Person member : members) {
            chat.setStatus(member.id(), MemberStatus.MEMBER);
          }
          return chat;
        });
  }

  public BotAccount account() {
    return monitor.within(() -> account);
  }

  /// Changes what @BotFather keeps; takes effect at once, where Telegram wants the bot removed from
  /// its groups and added again.
  public void reconfigure(BotAccount changed) {
    monitor.run(() -> account = changed);
  }

  public List<Chat> chats() {
    return monitor.within(() -> List.copyOf(chats.values()));
  }

  public Optional<Chat> findChat(long id) {
    return monitor.within(() -> Optional.ofNullable(chats.get(id)));
  }

  public Optional<Person> findPerson(long id) {
    return monitor.within(() -> Optional.ofNullable(persons.get(id)));
  }

  /// What happened so far, from the given number on; waits a while when that is nothing yet. May be
  /// empty.
  public List<Happening> happenings(int from, Duration patience) {
    boolean _ = monitor.await(() -> happenings.size() > from, patience);
    return monitor.within(
        () ->
            List.copyOf(happenings.subList(Math.min(from, happenings.size()), happenings.size())));
  }

  /// Waits until the supplier, asked under the world's lock, has something.
  ///
  /// @throws NotHappened with a transcript of all chats, when that takes longer than [#PATIENCE]
  @CanIgnoreReturnValue
  public <T> T await(String what, Supplier<Optional<T>> wanted) {
    return await(what, wanted, PATIENCE);
  }

  /// Waits until the supplier, asked under the world's lock, has something.
  ///
  /// @throws NotHappened with a transcript of all chats, when that takes too long
  @CanIgnoreReturnValue
  public <T> T await(String what, Supplier<Optional<T>> wanted, Duration patience) {
    AtomicReference<Optional<T>> found = new AtomicReference<>(Optional.empty());
    boolean happened =
        monitor.await(
            () -> {
              found.set(wanted.get());
              return found.get().isPresent();
            },
            patience);
    if (!happened) {
      throw new NotHappened(
          "Waited %d ms for %s\n%s".formatted(patience.toMillis(), what, Transcript.of(chats())));
    }
    return found.get().orElseThrow();
  }

  /// Waits until the condition, asked under the world's lock, holds.
  ///
  /// @throws NotHappened with a transcript of all chats, when that takes longer than [#PATIENCE]
  public void await(String what, Predicate<World> condition) {
    await(what, () -> Optional.of(this).filter(condition));
  }

  Monitor monitor() {
    return monitor;
  }

  InstantSource clock() {
    return clock;
  }

  FileStore files() {
    return files;
  }

  UpdateQueue updates() {
    return updates;
  }

  void happened(Happening happening) {
    happenings.add(happening);
  }

  /// Seconds since 1970, as Telegram dates everything.
  long now() {
    return clock.instant().getEpochSecond();
  }

  /// Private chats and basic groups count their messages together.
  int nextSharedMessageId() {
    lastSharedMessageId++;
    return lastSharedMessageId;
  }

  String nextQueryId() {
    lastQueryId++;
    return Long.toString(lastQueryId);
  }

  Map<String, ButtonPress> presses() {
    return presses;
  }

  Map<String, InlineQuery> inlineQueries() {
    return inlineQueries;
  }

  /// By inline_message_id: messages sent through the bot, which it knows by nothing else.
  Map<String, ChatMessage> inlineMessages() {
    return inlineMessages;
  }

  ObjectNode user(long id) {
    return id == account.id() ? account.asUser() : findPerson(id).map(Person::asUser).orElseThrow();
  }

  /// The server tells a bot of people it shares a chat with, or who wrote to it; of nobody else.
  boolean isKnownToBot(Person person) {
    return person.privateChat().hasBegun()
        || chats.values().stream()
            .filter(chat -> chat.kind() != ChatKind.PRIVATE)
            .filter(chat -> chat.status(account.id()).isMember())
            .anyMatch(chat -> chat.status(person.id()).isMember());
  }
}
