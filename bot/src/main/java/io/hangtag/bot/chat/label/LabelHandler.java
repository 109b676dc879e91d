package io.hangtag.bot.chat.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.Labelling;
import io.hangtag.core.media.Labelling.Change;
import io.hangtag.core.media.Labelling.Undone;
import io.hangtag.core.media.Labels;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.Subject;
import io.hangtag.core.menu.MenuId;
import io.hangtag.core.menu.Menus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives the media somebody means tags and a category.
public final class LabelHandler {
  private static final int MOST_CATEGORIES = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Labelling labelling;
  private final MediaNames names;
  private final Menus menus;

  public LabelHandler(Labelling labelling, MediaNames names, Menus menus) {
    this.labelling = labelling;
    this.names = names;
    this.menus = menus;
  }

  /// Answers `/tag`.
  public Reply tag(Request request, String words, String noMedia) {
    if (request.subject().isEmpty()) {
      return Reply.of(noMedia);
    }
    Subject subject = request.subject().get();
    if (words.isEmpty()) {
      return Reply.about(subject, LabelTexts.tags(name(request, subject), now(request, subject)));
    }
    List<String> given =
        Arrays.stream(words.split("[\\s,]+")).filter(word -> !word.isBlank()).toList();
    List<String> removed =
        given.stream().filter(word -> word.startsWith("-")).map(LabelHandler::bare).toList();
    List<String> added =
        given.stream()
            .filter(word -> !word.startsWith("-"))
            .map(LabelHandler::bare)
            .filter(tag -> !tag.isEmpty())
            .toList();
    if (given.stream().anyMatch(word -> bare(word).length() > Labels.MAX_LENGTH)) {
      return Reply.about(subject, LabelTexts.tooLong());
    }
    return labelling
        .tag(request.workspace(), subject, added, removed)
        .map(
            change ->
                changed(
                    request,
                    subject,
                    change,
                    LabelTexts.tagged(name(request, subject), now(request, subject))))
        .orElseGet(() -> Reply.about(subject, LabelTexts.tooMany()));
  }

  /// Answers `/category`.
  public Reply category(Request request, String words, String noMedia) {
    if (request.subject().isEmpty()) {
      return Reply.of(noMedia);
    }
    Subject subject = request.subject().get();
    if (words.isEmpty()) {
      return Reply.about(
              subject, LabelTexts.category(name(request, subject), now(request, subject)))
          .with(choices(request, subject));
    }
    return words.length() > Labels.MAX_LENGTH
        ? Reply.about(subject, LabelTexts.tooLong())
        : categorise(request, subject, words.equals("-") ? Optional.empty() : Optional.of(words));
  }

  /// Answers a press on a category.
  public PressReply choose(Request request, ButtonData.Category press) {
    Optional<State> state = find(request, press.menu());
    if (state.isEmpty() || press.number() >= state.get().categories().size()) {
      return PressReply.toast(Texts.staleMenu());
    }
    String chosen = state.get().categories().get(press.number());
    return PressReply.edit(categorise(request, state.get().subject(), Optional.of(chosen)));
  }

  /// Takes a change of labels back.
  public PressReply undo(Request request, ButtonData.UndoLabels press) {
    Optional<State> state = find(request, press.menu()).filter(State::isChange);
    if (state.isEmpty()) {
      return PressReply.toast(Texts.staleMenu());
    }
    Subject about = state.get().subject();
    Undone undone = labelling.undo(request.workspace(), about, state.get().changed());
    return undone.items() == 0
        ? PressReply.toast(Texts.nothingToUndo())
        : PressReply.edit(
            Reply.about(about, LabelTexts.undone(name(request, about)) + left(undone)));
  }

  /// Takes a change of labels back from all of an album but one item.
  public PressReply onlyThis(Request request, ButtonData.OnlyThisLabelled press) {
    Optional<State> state = find(request, press.menu()).filter(State::isChange);
    if (state.isEmpty()) {
      return PressReply.toast(Texts.staleMenu());
    }
    Undone undone =
        labelling.undoAllBut(
            request.workspace(), state.get().subject(), state.get().changed(), press.media());
    Subject about = new Subject(press.media(), null);
    return undone.items() == 0
        ? PressReply.toast(Texts.changedSince())
        : PressReply.edit(
            Reply.about(about, LabelTexts.onlyThis(name(request, about)) + left(undone)));
  }

  private static String left(Undone undone) {
    return undone.left() == 0 ? "" : Texts.kept(undone.items(), undone.left());
  }

  private Reply categorise(Request request, Subject subject, Optional<String> category) {
    Change change = labelling.categorise(request.workspace(), subject, category);
    String text = LabelTexts.categorised(name(request, subject), now(request, subject));
    return changed(request, subject, change, text);
  }

  private Reply changed(Request request, Subject subject, Change change, String text) {
    if (change.changesNothing()) {
      return Reply.about(subject, LabelTexts.unchanged(name(request, subject)));
    }
    MenuId menu = save(request, State.of(subject, List.of(), change));
    List<Button> buttons = new ArrayList<>();
    buttons.add(Button.of(Texts.undoButton(), new ButtonData.UndoLabels(menu)));
    if (subject.album().isPresent()) {
      buttons.add(
          Button.of(
              Texts.onlyThisButton(), new ButtonData.OnlyThisLabelled(menu, subject.media())));
    }
    return Reply.about(subject, text)
        .with(List.of(buttons))
        .undoneBy(new ButtonData.UndoLabels(menu));
  }

  private List<List<Button>> choices(Request request, Subject subject) {
    List<Labelling.Category> known = labelling.categories(request.workspace(), MOST_CATEGORIES);
    List<String> categories = known.stream().map(Labelling.Category::name).toList();
    MenuId menu = save(request, State.of(subject, categories, null));
    List<List<Button>> rows = new ArrayList<>();
    for (Labelling.Category category : known) {
      String label = "%s (%d)".formatted(category.name(), category.items());
      rows.add(List.of(Button.of(label, new ButtonData.Category(menu, rows.size()))));
    }
    return rows;
  }

  private Labels now(Request request, Subject subject) {
    return labelling.of(request.workspace(), subject.media());
  }

  private String name(Request request, Subject subject) {
    return names.of(request.workspace(), subject);
  }

  private static String bare(String word) {
    return word.replaceFirst("^-?#*", "");
  }

  private MenuId save(Request request, State state) {
    try {
      return menus.save(request.workspace(), JSON.writeValueAsString(state));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Labels are always JSON", e);
    }
  }

  private Optional<State> find(Request request, MenuId menu) {
    return menus.find(request.workspace(), menu).flatMap(LabelHandler::read);
  }

  /// Nothing if a forged button names a menu of another kind.
  private static Optional<State> read(String json) {
    try {
      return Optional.of(JSON.readValue(json, State.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /// What the buttons below an answer are about.
  ///
  /// @param album null: alone
  /// @param change null: none yet
  private record State(
      long media, @Nullable Long album, List<String> categories, @Nullable Change change) {
    static State of(Subject subject, List<String> categories, @Nullable Change change) {
      return new State(
          subject.media().value(),
          subject.album().map(AlbumId::value).orElse(null),
          categories,
          change);
    }

    boolean isChange() {
      return change != null;
    }

    /// To be asked only of what [#isChange].
    Change changed() {
      return Objects.requireNonNull(change, "changed nothing");
    }

    Subject subject() {
      return new Subject(new MediaId(media), album == null ? null : new AlbumId(album));
    }
  }
}
