package io.hangtag.bot.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.SearchResult;
import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.menu.MenuId;
import io.hangtag.core.menu.Menus;
import io.hangtag.core.team.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lists of products to choose from, in pages of five, with a button for each.
public final class PickList {
  /// Products on a page.
  public static final int PAGE = 5;

  /// The longest words to search for, in characters.
  public static final int MAX_QUERY = 200;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProductSearch search;
  private final MediaNames names;
  private final Menus menus;
  private final Function<String, List<Button>> otherWays;

  /// @param otherWays buttons below each list, for the words that were searched for
  public PickList(
      ProductSearch search,
      MediaLibrary media,
      Menus menus,
      Function<String, List<Button>> otherWays) {
    this.search = search;
    this.names = new MediaNames(media);
    this.menus = menus;
    this.otherWays = otherWays;
  }

  /// A new list of what was found, from its first page.
  public Reply open(WorkspaceId workspace, Question question, SearchResult found) {
    MenuId menu = menus.save(workspace, write(question));
    return page(workspace, menu, question, new Page(0, found));
  }

  /// What a list is about, unless it is too old.
  public Optional<Question> find(WorkspaceId workspace, MenuId menu) {
    return menus.find(workspace, menu).flatMap(PickList::read);
  }

  /// Another page of a list; searched again, so what has gone from the catalogue is not offered.
  public Optional<Reply> turn(WorkspaceId workspace, ButtonData.Page to) {
    return find(workspace, to.menu())
        .map(
            question ->
                page(
                    workspace,
                    to.menu(),
                    question,
                    new Page(to.page(), find(workspace, question, to.page()))));
  }

  /// A list's words searched for as they were written.
  public Optional<Reply> exactly(WorkspaceId workspace, ButtonData.Exactly press) {
    return find(workspace, press.menu())
        .map(
            asked -> {
              Question question = asked.asWritten();
              SearchResult found = find(workspace, question, 0);
              return found.hits().isEmpty()
                  ? nothingExactly(press.menu(), question)
                  : open(workspace, question, found);
            });
  }

  private SearchResult find(WorkspaceId workspace, Question question, int page) {
    return question.exactly()
        ? search.searchExactly(workspace, question.query(), page * PAGE, PAGE)
        : search.search(workspace, question.query(), page * PAGE, PAGE);
  }

  /// With the way back to what the corrected words found.
  private Reply nothingExactly(MenuId corrected, Question question) {
    Button back = Button.of(Texts.backButton(), new ButtonData.Page(corrected, 0));
    return new Reply(
        PickTexts.nothingExactly(question.query()),
        List.of(List.of(back), otherWays.apply(question.query())),
        question.subject().orElse(null));
  }

  private Reply page(WorkspaceId workspace, MenuId menu, Question question, Page page) {
    Optional<Subject> subject = question.subject();
    int first = page.number() * PAGE + 1;
    Optional<String> name = subject.map(about -> names.of(workspace, about));
    String hint =
        question.asked() == Asked.FIND_PRODUCTS ? name.map(PickTexts::tapToLink).orElse("") : "";
    String list = PickTexts.list(heading(question, name), question.query(), page.found(), first);
    List<List<Button>> buttons = new ArrayList<>();
    press(workspace, menu, question).ifPresent(press -> buttons.add(numbers(press, page, first)));
    buttons.add(turns(menu, page));
    if (page.found().correctedTo().isPresent()) {
      buttons.add(List.of(Button.of(PickTexts.exactlyButton(), new ButtonData.Exactly(menu))));
    }
    buttons.add(otherWays.apply(question.query()));
    return new Reply(list + hint, buttons, subject.orElse(null));
  }

  private static String heading(Question question, Optional<String> name) {
    return switch (question.asked()) {
      case WHICH_PRODUCT -> PickTexts.whichProduct(name.orElseThrow());
      case FIND_PRODUCTS ->
          question.query().isBlank() ? PickTexts.recent() : PickTexts.found(question.query());
      case WHICH_SOLD -> PickTexts.whichSold();
      case WHICH_INSIGHT -> PickTexts.whichInsight();
    };
  }

  /// What a product's number does; nothing where there is nothing to do with one.
  private static Optional<Function<ProductId, ButtonData>> press(
      WorkspaceId workspace, MenuId menu, Question question) {
    return switch (question.asked()) {
      case WHICH_PRODUCT, FIND_PRODUCTS ->
          question.subject().map(_ -> product -> new ButtonData.Pick(menu, product));
      case WHICH_SOLD -> Optional.of(ButtonData.SoldBy::new);
      case WHICH_INSIGHT -> Optional.of(product -> new ButtonData.Insight(workspace, product, 0));
    };
  }

  private static List<Button> numbers(Function<ProductId, ButtonData> press, Page page, int first) {
    List<Button> row = new ArrayList<>();
    for (SearchResult.Hit hit : page.found().hits()) {
      String number = Integer.toString(first + row.size());
      row.add(Button.of(number, press.apply(hit.product().id())));
    }
    return row;
  }

  private static List<Button> turns(MenuId menu, Page page) {
    List<Button> row = new ArrayList<>();
    if (page.number() > 0) {
      row.add(Button.of(Texts.backButton(), new ButtonData.Page(menu, page.number() - 1)));
    }
    if ((page.number() + 1) * PAGE < page.found().total()) {
      row.add(Button.of(Texts.moreButton(), new ButtonData.Page(menu, page.number() + 1)));
    }
    return row;
  }

  private static String write(Question question) {
    try {
      return JSON.writeValueAsString(question);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A question is always JSON", e);
    }
  }

  /// Nothing if a forged button names a menu of another kind.
  private static Optional<Question> read(String json) {
    try {
      return Optional.of(JSON.readValue(json, Question.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /// Why products are listed.
  public enum Asked {
    WHICH_PRODUCT,
    FIND_PRODUCTS,
    /// Which product's sales are wanted.
    WHICH_SOLD,
    /// Which product is to be said when to post.
    WHICH_INSIGHT
  }

  /// What a list is about.
  ///
  /// @param mediaId what a pick is linked to; null: nothing, the list only shows
  /// @param albumId the album it came in; null: alone
  /// @param type what a pick is linked as
  /// @param batch the batch that a pick goes on with; null: it is one of its own
  /// @param next what is asked after it; null: nothing
  /// @param exactly whether the words are searched for as they were written
  public record Question(
      Asked asked,
      String query,
      @Nullable Long mediaId,
      @Nullable Long albumId,
      LinkType type,
      @Nullable Long batch,
      @Nullable List<String> next,
      boolean exactly) {
    /// A question about this media (or none).
    public static Question about(
        Asked asked, String query, Optional<Subject> subject, LinkType type) {
      return new Question(
          asked,
          query,
          subject.map(about -> about.media().value()).orElse(null),
          subject.flatMap(Subject::album).map(AlbumId::value).orElse(null),
          type,
          null,
          null,
          false);
    }

    /// Asked one after the other, as part of a batch.
    ///
    /// @param queries not empty
    public static Question oneByOne(
        List<String> queries, Subject subject, LinkType type, BatchId batch) {
      return new Question(
          Asked.WHICH_PRODUCT,
          queries.getFirst(),
          subject.media().value(),
          subject.album().map(AlbumId::value).orElse(null),
          type,
          batch.value(),
          List.copyOf(queries.subList(1, queries.size())),
          false);
    }

    /// The same about the words as they were written.
    Question asWritten() {
      return new Question(asked, query, mediaId, albumId, type, batch, next, true);
    }

    /// The batch that a pick goes on with.
    public Optional<BatchId> goingOn() {
      return Optional.ofNullable(batch).map(BatchId::new);
    }

    /// What is asked after it.
    public List<String> following() {
      return next == null ? List.of() : next;
    }

    /// The media a pick is linked to.
    public Optional<Subject> subject() {
      return mediaId == null
          ? Optional.empty()
          : Optional.of(
              new Subject(new MediaId(mediaId), albumId == null ? null : new AlbumId(albumId)));
    }
  }

  private record Page(int number, SearchResult found) {}
}
