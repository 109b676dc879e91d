package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A chat and everything said in it. Safe for use by many threads.
public final class Chat {

  private final World world;
  private final long id;
  private final ChatKind kind;
  private final String title;
  private final @Nullable Person partner;
  private final Map<Long, MemberStatus> statuses = new LinkedHashMap<>();
  private final TreeMap<Integer, ChatMessage> messages = new TreeMap<>();
  private final Map<Integer, Topic> topics = new LinkedHashMap<>();
  private final List<Integer> closedTopics = new ArrayList<>();
  private int lastMessageId;
  private long migratedTo;
  private boolean hasBegun;
  private @Nullable Chat discussion;
  private @Nullable String username;

  Chat(World world, long id, ChatKind kind, String title) {
    this(world, id, kind, title, null);
  }

  private Chat(World world, long id, ChatKind kind, String title, @Nullable Person partner) {
    this.world = world;
    this.id = id;
    this.kind = kind;
    this.title = title;
    this.partner = partner;
  }

  static Chat privately(World world, Person person) {
    Chat chat = new Chat(world, person.id(), ChatKind.PRIVATE, person.firstName(), person);
    chat.statuses.put(person.id(), MemberStatus.MEMBER);
    chat.statuses.put(world.account().id(), MemberStatus.MEMBER);
    return chat;
  }

  public long id() {
    return id;
  }

  public ChatKind kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  /// Gives a channel or supergroup a name by which everybody finds it.
  @CanIgnoreReturnValue
  public Chat publicAs(String name) {
    return world
        .monitor()
        .within(
            () -> {
              username = name;
              return this;
            });
  }

  /// What was said, oldest first; deleted messages are not there.
  public List<ChatMessage> messages() {
    return world
        .monitor()
        .within(() -> messages.values().stream().filter(each -> !each.isDeleted()).toList());
  }

  /// The newest message that is still there.
  ///
  /// @throws IllegalStateException when nothing was said yet
  public ChatMessage lastMessage() {
    return messages().reversed().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nothing was said in " + this));
  }

  /// Not the deleted ones.
  public Optional<ChatMessage> findMessage(int messageId) {
    return world
        .monitor()
        .within(
            () -> Optional.ofNullable(messages.get(messageId)).filter(each -> !each.isDeleted()));
  }

  /// Waits for the first message that satisfies the condition, those already there included.
  ///
  /// @throws NotHappened with a transcript when none comes in time
  @CanIgnoreReturnValue
  public ChatMessage await(String what, Predicate<ChatMessage> condition) {
    return world.await(
        what + " in " + this, () -> messages().stream().filter(condition).findFirst());
  }

  /// Waits for a message of the bot that contains the words.
  ///
  /// @throws NotHappened with a transcript when none comes in time
  @CanIgnoreReturnValue
  public ChatMessage awaitFromBot(String words) {
    return await(
        "\"" + words + "\" from the bot",
        message -> message.isFromBot() && message.text().contains(words));
  }

  /// LEFT for somebody who never was there.
  public MemberStatus status(long userId) {
    return world.monitor().within(() -> statuses.getOrDefault(userId, MemberStatus.LEFT));
  }

  /// Opens a topic; a supergroup with a topic is a forum. The bot is told.
  public Topic openTopic(String name, Person opener) {
    return world
        .monitor()
        .within(
            () -> {
              ObjectNode service = Json.object().put("name", name).put("icon_color", 7322096);
              Draft draft = new Draft(opener.asUser()).service("forum_topic_created", service);
              Topic topic = new Topic(lastMessageId + 1, name);
              topics.put(topic.id(), topic);
              Delivery.post(this, draft.inThread(topic.id()));
              return topic;
            });
  }

  /// Nobody but administrators may write in a closed topic.
  public void closeTopic(Topic topic) {
    world.monitor().run(() -> closedTopics.add(topic.id()));
  }

  /// Links a group to this channel: from now on Telegram forwards each post there.
  public void isDiscussedIn(Chat group) {
    if (kind != ChatKind.CHANNEL || group.kind() != ChatKind.SUPERGROUP) {
      throw new IllegalArgumentException("A channel is discussed in a supergroup: " + group);
    }
    world.monitor().run(() -> discussion = group);
  }

  World world() {
    return world;
  }

  boolean isClosed(int topicId) {
    return closedTopics.contains(topicId);
  }

  boolean isForum() {
    return !topics.isEmpty();
  }

  boolean isTopic(int threadId) {
    return topics.containsKey(threadId);
  }

  /// In a supergroup without topics every chain of replies is a thread.
  boolean hasThread(int threadId) {
    return topics.containsKey(threadId)
        || (kind == ChatKind.SUPERGROUP
            && messages.values().stream().anyMatch(each -> each.threadId().orElse(0) == threadId));
  }

  /// Where the posts of this channel are discussed; null: nowhere.
  @Nullable Chat discussion() {
    return discussion;
  }

  Map<Long, MemberStatus> statuses() {
    return statuses;
  }

  void setStatus(long userId, MemberStatus status) {
    statuses.put(userId, status);
  }

  long migratedTo() {
    return migratedTo;
  }

  void migrateTo(long newId) {
    migratedTo = newId;
  }

  /// A private chat begins when the person writes first.
  boolean hasBegun() {
    return hasBegun;
  }

  void begin() {
    hasBegun = true;
  }

  int nextMessageId() {
    boolean isShared = kind == ChatKind.PRIVATE || kind == ChatKind.GROUP;
    lastMessageId = isShared ? world.nextSharedMessageId() : lastMessageId + 1;
    return lastMessageId;
  }

  ChatMessage keep(ObjectNode json, String html) {
    ChatMessage message = new ChatMessage(this, json, html);
    messages.put(json.path("message_id").asInt(), message);
    world.happened(new Happening.Posted(message));
    return message;
  }

  /// A Chat of Telegram.
  ObjectNode asJson() {
    ObjectNode json = Json.object().put("id", id);
    if (kind == ChatKind.PRIVATE) {
      Person person = Objects.requireNonNull(partner, "a private chat has a partner");
      json.put("first_name", person.firstName());
      person.username().ifPresent(username -> json.put("username", username));
    } else {
      json.put("title", title);
      if (username != null) {
        json.put("username", username);
      }
    }
    json.put("type", kind.word());
    if (isForum()) {
      json.put("is_forum", true);
    }
    return json;
  }

  @Override
  public String toString() {
    return kind.word() + " \"" + title + "\" (" + id + ")";
  }
}
