package io.hangtag.bot.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.SearchResult;
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
import org.jspecify.annotations.Nullable;

/// Lists of products to choose from, in pages of five, with a button for each.
public final class PickList {
  /// Products on a page.
  public static final int PAGE = 5;

  /// The longest words to search for, in characters.
  public static final int MAX_QUERY = 200;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProductSearch search;
  private final MediaLibrary media;
  private final Menus menus;

  public PickList(ProductSearch search, MediaLibrary media, Menus menus) {
    this.search = search;
    this.media = media;
    this.menus = menus;
  }

  /// A new list of what was found, from its first page.
  public Reply open(WorkspaceId workspace, Question question, SearchResult found) {
    MenuId menu = menus.save(workspace, write(question));
    return page(workspace, menu, question, new Page(0, found));
  }

  /// What a list is about, unless it is too old.
  public Optional<Question> find(WorkspaceId workspace, MenuId menu) {
    return menus.find(workspace, menu).map(PickList::read);
  }

  /// Another page of a list; searched again, so what has gone from the catalogue is not offered.
  public Optional<Reply> turn(WorkspaceId workspace, ButtonData.Page to) {
    return find(workspace, to.menu())
        .map(
            question -> {
              SearchResult found =
                  search.search(workspace, question.query(), to.page() * PAGE, PAGE);
              return page(workspace, to.menu(), question, new Page(to.page(), found));
            });
  }

  private Reply page(WorkspaceId workspace, MenuId menu, Question question, Page page) {
    Optional<Subject> subject = question.subject();
    int first = page.number() * PAGE + 1;
    Optional<String> name =
        subject.map(about -> Texts.name(about, media.itemsOf(workspace, about)));
    String heading =
        question.asked() == Asked.WHICH_PRODUCT
            ? Texts.whichProduct(name.orElseThrow())
            : Texts.found(question.query());
    String hint =
        question.asked() == Asked.FIND_PRODUCTS ? name.map(Texts::tapToLink).orElse("") : "";
    String text = Texts.pickList(heading, page.found().hits(), first, page.found().total()) + hint;
    List<List<Button>> buttons = new ArrayList<>();
    if (subject.isPresent()) {
      buttons.add(numbers(menu, page, first));
    }
    buttons.add(turns(menu, page));
    return new Reply(text, buttons, subject.orElse(null));
  }

  private static List<Button> numbers(MenuId menu, Page page, int first) {
    List<Button> row = new ArrayList<>();
    for (SearchResult.Hit hit : page.found().hits()) {
      String number = Integer.toString(first + row.size());
      row.add(Button.of(number, new ButtonData.Pick(menu, hit.product().id())));
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

  private static Question read(String json) {
    try {
      return JSON.readValue(json, Question.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A menu that we did not write", e);
    }
  }

  /// Why products are listed.
  public enum Asked {
    WHICH_PRODUCT,
    FIND_PRODUCTS
  }

  /// What a list is about.
  ///
  /// @param mediaId what a pick is linked to; null: nothing, the list only shows
  /// @param albumId the album it came in; null: alone
  /// @param type what a pick is linked as
  public record Question(
      Asked asked, String query, @Nullable Long mediaId, @Nullable Long albumId, LinkType type) {
    /// A question about this media (or none).
    public static Question about(
        Asked asked, String query, Optional<Subject> subject, LinkType type) {
      return new Question(
          asked,
          query,
          subject.map(about -> about.media().value()).orElse(null),
          subject.flatMap(Subject::album).map(AlbumId::value).orElse(null),
          type);
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
