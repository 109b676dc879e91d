package io.hangtag.core.media;

import io.hangtag.core.team.Actor;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.UserId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A team's photos and videos, and which of them a message is about.
///
/// Safe for use by many threads.
public final class MediaLibrary {
  /// How long what somebody last sent or worked on stays what they mean.
  private static final Duration CURRENT_FOR = Duration.ofDays(1);

  private final DSLContext db;
  private final InstantSource clock;

  public MediaLibrary(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Keeps a photo or video seen in a message. The same file seen again (forwarded, for example) is
  /// the same item; the same message seen again changes nothing.
  public Subject register(Actor actor, Sighting sighting) {
    return db.transactionResult(
        () -> {
          MediaQueries media = new MediaQueries(db);
          Instant now = clock.instant();
          // First a look for the item: a failed insertion would use up a number, and people say
          // these numbers.
          MediaId item =
              media
                  .updateTelegramFile(actor.workspace(), sighting)
                  .or(() -> media.insertTelegramFile(actor, sighting, now))
                  .or(() -> media.updateTelegramFile(actor.workspace(), sighting))
                  .orElseThrow();
          Optional<AlbumId> album =
              Optional.ofNullable(sighting.mediaGroup())
                  .map(group -> media.upsertAlbum(actor.workspace(), sighting.chat(), group));
          Subject subject = new Subject(item, album.orElse(null));
          album.ifPresent(in -> inherit(actor.workspace(), in, item));
          media.saveMessage(actor.workspace(), sighting.chat(), sighting.messageId(), subject);
          return subject;
        });
  }

  /// An item that is new in its album gets what was said of the album.
  private void inherit(WorkspaceId workspace, AlbumId album, MediaId item) {
    LabelQueries labels = new LabelQueries(db);
    Labels said = labels.lockAlbum(workspace, album);
    boolean isSaid = said.category() != null || !said.tags().isEmpty();
    if (isSaid && !labels.isIn(workspace, album, item)) {
      Labels own = labels.of(workspace, item).with(said.tags(), List.of());
      String category = own.category() == null ? said.category() : own.category();
      labels.update(workspace, item, new Labels(category, own.tags()));
    }
  }

  /// Remembers that a message is about this media, so that a reply to it finds the media.
  public void aboutMedia(WorkspaceId workspace, ChatId chat, long messageId, Subject subject) {
    new MediaQueries(db).saveMessage(workspace, chat, messageId, subject);
  }

  /// What this message shows or is about.
  public Optional<Subject> ofMessage(WorkspaceId workspace, ChatId chat, long messageId) {
    return new MediaQueries(db).subjectOfMessage(workspace, chat, messageId);
  }

  /// Remembers what a person is working on in a chat.
  ///
  /// @param threadId the forum topic; 0: none
  public void setCurrent(
      WorkspaceId workspace, UserId user, ChatId chat, long threadId, Subject subject) {
    new MediaQueries(db).saveCurrent(workspace, user, chat, threadId, subject, clock.instant());
  }

  /// What a person last sent or worked on in a chat and topic within a day.
  ///
  /// @param threadId the forum topic; 0: none
  public Optional<Subject> current(WorkspaceId workspace, UserId user, ChatId chat, long threadId) {
    Instant since = clock.instant().minus(CURRENT_FOR);
    return new MediaQueries(db).current(workspace, user, chat, threadId, since);
  }

  /// What a person last sent or worked on in any chat of a team within a day.
  public Optional<Subject> currentAnywhere(WorkspaceId workspace, UserId user) {
    Instant since = clock.instant().minus(CURRENT_FOR);
    return new MediaQueries(db).newestCurrent(workspace, user, since);
  }

  /// The pictures meant by a subject: all of its album that have arrived so far, or the one alone;
  /// by number.
  public List<MediaId> itemsOf(WorkspaceId workspace, Subject subject) {
    return subject
        .album()
        .map(album -> new MediaQueries(db).itemsOfAlbum(workspace, album))
        .orElseGet(() -> List.of(new MediaQueries(db).meant(workspace, subject.media())));
  }

  /// What sort of file each of these is; those that the team does not have are left out.
  public Map<MediaId, MediaKind> kindsOf(WorkspaceId workspace, Collection<MediaId> media) {
    return new MediaQueries(db).kinds(workspace, media);
  }

  /// The item with this number, or the one that it turned out to be.
  public Optional<MediaItem> find(WorkspaceId workspace, MediaId media) {
    return new MediaQueries(db).find(workspace, media);
  }

  /// Gives an item another title or caption; what is null stays, what is empty is taken away.
  public void describe(
      WorkspaceId workspace, MediaId media, @Nullable String title, @Nullable String caption) {
    new MediaQueries(db).describe(workspace, media, title, caption);
  }

  /// The items that pass the filter, by number.
  public List<MediaItem> list(WorkspaceId workspace, MediaFilter filter) {
    return new MediaQueries(db).list(workspace, filter);
  }
}
