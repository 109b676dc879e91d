package io.hangtag.bot.chat.posted;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.posting.Channel;
import io.hangtag.core.posting.PostId;
import io.hangtag.core.posting.PostingHistory;
import io.hangtag.core.posting.RecordOutcome;
import io.hangtag.core.posting.RecordedPost;
import io.hangtag.core.team.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Records where and when the media somebody means were posted.
public final class PostedHandler {
  private static final int MOST_LISTED = 10;
  // Clocks differ.
  private static final Duration TOLERANCE = Duration.ofMinutes(1);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final PostingHistory history;
  private final MediaLibrary media;
  private final Workspaces workspaces;
  private final InstantSource clock;
  private final MediaNames names;

  public PostedHandler(
      PostingHistory history, MediaLibrary media, Workspaces workspaces, InstantSource clock) {
    this.history = history;
    this.media = media;
    this.workspaces = workspaces;
    this.clock = clock;
    this.names = new MediaNames(media);
  }

  /// Answers `/posted`.
  public Reply handle(Request request, String words, String noMedia) {
    if (request.subject().isEmpty()) {
      return Reply.of(noMedia);
    }
    Subject subject = request.subject().get();
    ZoneId zone = workspaces.find(request.workspace()).orElseThrow().timezone();
    return switch (PostedWords.read(words, zone, clock.instant())) {
      case PostedWords.Listing() -> list(request, subject, zone);
      case PostedWords.UnknownChannel(String said) ->
          Reply.about(subject, PostedTexts.unknownChannel(said));
      case PostedWords.UnknownTime(String said) ->
          Reply.about(subject, PostedTexts.unknownTime(said));
      case PostedWords.Posting posting -> record(request, subject, posting, zone);
    };
  }

  private Reply list(Request request, Subject subject, ZoneId zone) {
    List<MediaId> items = media.itemsOf(request.workspace(), subject);
    List<RecordedPost> posts = history.postsOf(request.workspace(), items, MOST_LISTED);
    String name = names.of(request.workspace(), subject);
    return Reply.about(
        subject, posts.isEmpty() ? PostedTexts.none(name) : PostedTexts.posts(name, posts, zone));
  }

  private Reply record(Request request, Subject subject, PostedWords.Posting posting, ZoneId zone) {
    String time = PostedTexts.time(posting.at(), zone);
    if (posting.at().isAfter(clock.instant().plus(TOLERANCE))) {
      return Reply.about(subject, PostedTexts.notYet(time));
    }
    if (posting.at().isBefore(EARLIEST)) {
      return Reply.about(subject, PostedTexts.tooOld(time));
    }
    Channel channel =
        posting.channel().or(() -> history.lastChannel(request.actor())).orElse(Channel.OTHER);
    List<MediaId> items = media.itemsOf(request.workspace(), subject);
    String name = names.of(request.workspace(), subject);
    return switch (history.record(request.actor(), items, channel, posting.at())) {
      case RecordOutcome.Recorded(PostId post) ->
          Reply.about(subject, PostedTexts.recorded(name, channel, time))
              .with(List.of(buttons(subject, post)))
              .undoneBy(new ButtonData.UndoPosted(post));
      case RecordOutcome.AlreadyRecorded(PostId _) ->
          Reply.about(subject, PostedTexts.alreadyRecorded(name, channel, time));
    };
  }

  private static List<Button> buttons(Subject subject, PostId post) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(Button.of(Texts.undoButton(), new ButtonData.UndoPosted(post)));
    if (subject.album().isPresent()) {
      buttons.add(
          Button.of(Texts.onlyThisButton(), new ButtonData.OnlyThisPosted(post, subject.media())));
    }
    return buttons;
  }

  /// Takes a post back.
  public PressReply undo(Request request, ButtonData.UndoPosted press) {
    return history.undo(request.workspace(), press.post())
        ? PressReply.edit(about(request, PostedTexts.undone()))
        : PressReply.toast(Texts.nothingToUndo());
  }

  /// Takes all of an album but one item out of a post.
  public PressReply onlyThis(Request request, ButtonData.OnlyThisPosted press) {
    if (history.keepOnly(request.workspace(), press.post(), press.media()) == 0) {
      return PressReply.toast(Texts.changedSince());
    }
    Subject only = new Subject(press.media(), null);
    ButtonData undo = new ButtonData.UndoPosted(press.post());
    return PressReply.edit(
        Reply.about(only, PostedTexts.onlyThis(names.of(request.workspace(), only)))
            .with(List.of(List.of(Button.of(Texts.undoButton(), undo))))
            .undoneBy(undo));
  }

  private static Reply about(Request request, String html) {
    return request
        .subject()
        .map(subject -> Reply.about(subject, html))
        .orElseGet(() -> Reply.of(html));
  }
}
