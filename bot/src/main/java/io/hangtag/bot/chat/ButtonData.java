package io.hangtag.bot.chat;

import io.hangtag.bot.chat.ButtonData.Top.Board;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.Metric;
import io.hangtag.core.insight.RankingPeriod;
import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.Subject;
import io.hangtag.core.menu.MenuId;
import io.hangtag.core.posting.PostId;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a button does, as the at most 64 bytes that Telegram keeps for it.
///
/// The first character is the version, the second the kind, then numbers to base 36 with dots
/// between. A meaning that changes gets a new version; buttons of an old one are refused.
public sealed interface ButtonData {
  /// Links the product to what the menu is about.
  record Pick(MenuId menu, ProductId product) implements ButtonData {}

  /// Shows another page of the menu's list.
  ///
  /// @param page from 0 to [#MAX]
  record Page(MenuId menu, int page) implements ButtonData {
    /// Nobody turns further.
    static final int MAX = 100_000;

    public Page {
      if (page < 0 || page > MAX) {
        throw new IllegalArgumentException("page must be 0 to %d, not %d".formatted(MAX, page));
      }
    }
  }

  /// Searches for the menu's words as they were written, without correction.
  record Exactly(MenuId menu) implements ButtonData {}

  /// Searches for the menu's words among what is linked, without correction.
  record ExactlyLinked(MenuId menu) implements ButtonData {}

  /// Takes back a batch.
  record Undo(BatchId batch) implements ButtonData {}

  /// Gives the links of a batch another type.
  record Retype(BatchId batch, LinkType type) implements ButtonData {}

  /// Keeps a batch on this one picture of an album.
  record OnlyThis(BatchId batch, MediaId media) implements ButtonData {}

  /// Says of what a batch unlinked that it was right until then.
  record Ended(BatchId batch) implements ButtonData {}

  /// Unlinks the product from the media.
  record Unlink(Subject subject, ProductId product) implements ButtonData {}

  /// Makes the group this team's.
  record Bind(WorkspaceId workspace) implements ButtonData {}

  /// Makes the group a new team.
  record BindNew() implements ButtonData {}

  /// Links a product that was picked inline.
  ///
  /// @param workspace whose product it is: a press on it does not say in which chat it is
  /// @param token of this one pick, from 1
  record PickedLink(WorkspaceId workspace, ProductId product, long token) implements ButtonData {
    public PickedLink {
      if (token < 1) {
        throw new IllegalArgumentException("token must be at least 1, not " + token);
      }
    }
  }

  /// Takes back a batch, below a product that was picked inline.
  ///
  /// @param workspace whose batch it is
  record PickedUndo(WorkspaceId workspace, BatchId batch) implements ButtonData {}

  /// Makes the channel this team's.
  record BindChannel(ChatId channel, WorkspaceId workspace) implements ButtonData {}

  /// Makes this team the one that the presser acts for in private.
  record ChooseTeam(WorkspaceId workspace) implements ButtonData {}

  /// Puts what the menu is about into one of its categories.
  ///
  /// @param number from 0
  record Category(MenuId menu, int number) implements ButtonData {}

  /// Takes back a change of labels.
  record UndoLabels(MenuId menu) implements ButtonData {}

  /// Keeps a change of labels on this one item of an album.
  record OnlyThisLabelled(MenuId menu, MediaId media) implements ButtonData {}

  /// Takes back a post.
  record UndoPosted(PostId post) implements ButtonData {}

  /// Keeps only this one item of an album in a post.
  record OnlyThisPosted(PostId post, MediaId media) implements ButtonData {}

  /// Says what the product sold.
  record SoldBy(ProductId product) implements ButtonData {}

  /// Says, of a product that was picked inline, what it sold.
  ///
  /// @param workspace whose product it is: a press on it does not say in which chat it is
  /// @param token of this one pick, from 1
  record ShowSold(WorkspaceId workspace, ProductId product, long token) implements ButtonData {
    public ShowSold {
      if (token < 1) {
        throw new IllegalArgumentException("token must be at least 1, not " + token);
      }
    }
  }

  /// Shows a ranking.
  ///
  /// @param workspace whose it is
  record Top(WorkspaceId workspace, Board board, Metric metric, RankingPeriod period)
      implements ButtonData {
    /// What is ranked.
    public enum Board {
      MEDIA,
      PRODUCTS
    }
  }

  /// Shows a part of what there is to say about posting and selling.
  ///
  /// @param workspace whose it is
  /// @param product null: all products
  /// @param part from 0 to [#MAX]
  record Insight(WorkspaceId workspace, @Nullable ProductId product, int part)
      implements ButtonData {
    /// Nobody has so much to say.
    static final int MAX = 9;

    public Insight {
      if (part < 0 || part > MAX) {
        throw new IllegalArgumentException("part must be 0 to %d, not %d".formatted(MAX, part));
      }
    }
  }

  /// As Telegram keeps it.
  default String encode() {
    return switch (this) {
      case Pick(MenuId menu, ProductId product) -> Code.of('p', menu.value(), product.value());
      case Page(MenuId menu, int page) -> Code.of('g', menu.value(), page);
      case Exactly(MenuId menu) -> Code.of('q', menu.value());
      case ExactlyLinked(MenuId menu) -> Code.of('k', menu.value());
      case Undo(BatchId batch) -> Code.of('u', batch.value());
      case Retype(BatchId batch, LinkType type) ->
          Code.of('t', batch.value(), Code.TYPES.indexOf(type));
      case OnlyThis(BatchId batch, MediaId media) -> Code.of('o', batch.value(), media.value());
      case Ended(BatchId batch) -> Code.of('e', batch.value());
      case Unlink(Subject subject, ProductId product) ->
          Code.of(
              'x',
              subject.media().value(),
              subject.album().map(AlbumId::value).orElse(0L),
              product.value());
      case Bind(WorkspaceId workspace) -> Code.of('b', workspace.value());
      case BindNew() -> Code.of('n');
      case PickedLink(WorkspaceId workspace, ProductId product, long token) ->
          Code.of('i', workspace.value(), product.value(), token);
      case PickedUndo(WorkspaceId workspace, BatchId batch) ->
          Code.of('j', workspace.value(), batch.value());
      case Category(MenuId menu, int number) -> Code.of('c', menu.value(), number);
      case UndoLabels(MenuId menu) -> Code.of('y', menu.value());
      case OnlyThisLabelled(MenuId menu, MediaId media) ->
          Code.of('a', menu.value(), media.value());
      case UndoPosted(PostId post) -> Code.of('d', post.value());
      case OnlyThisPosted(PostId post, MediaId media) -> Code.of('l', post.value(), media.value());
      case ChooseTeam(WorkspaceId workspace) -> Code.of('m', workspace.value());
      case BindChannel(ChatId channel, WorkspaceId workspace) ->
          Code.of('h', channel.value(), workspace.value());
      case SoldBy(ProductId product) -> Code.of('s', product.value());
      case ShowSold(WorkspaceId workspace, ProductId product, long token) ->
          Code.of('v', workspace.value(), product.value(), token);
      case Top(WorkspaceId workspace, Board board, Metric metric, RankingPeriod period) ->
          Code.of(
              'r',
              workspace.value(),
              Code.BOARDS.indexOf(board),
              Code.METRICS.indexOf(metric),
              Code.PERIODS.indexOf(period));
      case Insight(WorkspaceId workspace, ProductId product, int part) ->
          Code.of('f', workspace.value(), product == null ? 0 : product.value(), part);
    };
  }

  /// What these bytes mean; nothing if they are of another version, or nothing we ever wrote.
  static Optional<ButtonData> decode(String data) {
    if (data.length() < 2 || data.length() > 64 || data.charAt(0) != Code.VERSION) {
      return Optional.empty();
    }
    try {
      List<Long> numbers = Code.numbers(data.substring(2));
      return Optional.ofNullable(
          switch (data.charAt(1) + "" + numbers.size()) {
            case "p2" -> new Pick(new MenuId(numbers.get(0)), new ProductId(numbers.get(1)));
            case "g2" -> new Page(new MenuId(numbers.get(0)), Math.toIntExact(numbers.get(1)));
            case "q1" -> new Exactly(new MenuId(numbers.get(0)));
            case "k1" -> new ExactlyLinked(new MenuId(numbers.get(0)));
            case "u1" -> new Undo(new BatchId(numbers.get(0)));
            case "t2" -> new Retype(new BatchId(numbers.get(0)), Code.type(numbers.get(1)));
            case "o2" -> new OnlyThis(new BatchId(numbers.get(0)), new MediaId(numbers.get(1)));
            case "e1" -> new Ended(new BatchId(numbers.get(0)));
            case "x3" ->
                new Unlink(
                    new Subject(
                        new MediaId(numbers.get(0)),
                        numbers.get(1) == 0 ? null : new AlbumId(numbers.get(1))),
                    new ProductId(numbers.get(2)));
            case "b1" -> new Bind(new WorkspaceId(numbers.get(0)));
            case "n0" -> new BindNew();
            case "i3" ->
                new PickedLink(
                    new WorkspaceId(numbers.get(0)), new ProductId(numbers.get(1)), numbers.get(2));
            case "j2" ->
                new PickedUndo(new WorkspaceId(numbers.get(0)), new BatchId(numbers.get(1)));
            case "c2" -> new Category(new MenuId(numbers.get(0)), Math.toIntExact(numbers.get(1)));
            case "y1" -> new UndoLabels(new MenuId(numbers.get(0)));
            case "a2" ->
                new OnlyThisLabelled(new MenuId(numbers.get(0)), new MediaId(numbers.get(1)));
            case "d1" -> new UndoPosted(new PostId(numbers.get(0)));
            case "l2" ->
                new OnlyThisPosted(new PostId(numbers.get(0)), new MediaId(numbers.get(1)));
            case "m1" -> new ChooseTeam(new WorkspaceId(numbers.get(0)));
            case "h2" ->
                new BindChannel(new ChatId(numbers.get(0)), new WorkspaceId(numbers.get(1)));
            case "s1" -> new SoldBy(new ProductId(numbers.get(0)));
            case "v3" ->
                new ShowSold(
                    new WorkspaceId(numbers.get(0)), new ProductId(numbers.get(1)), numbers.get(2));
            case "r4" ->
                new Top(
                    new WorkspaceId(numbers.get(0)),
                    Code.one(Code.BOARDS, numbers.get(1)),
                    Code.one(Code.METRICS, numbers.get(2)),
                    Code.one(Code.PERIODS, numbers.get(3)));
            case "f3" ->
                new Insight(
                    new WorkspaceId(numbers.get(0)),
                    numbers.get(1) == 0 ? null : new ProductId(numbers.get(1)),
                    Math.toIntExact(numbers.get(2)));
            default -> null;
          });
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /// The numbers behind the kind.
  final class Code {
    private static final char VERSION = '1';
    private static final List<LinkType> TYPES =
        List.of(LinkType.FEATURED, LinkType.MENTIONED, LinkType.BACKGROUND);

    // What buttons of this version hold are places in these: new values come behind the others.
    private static final List<Board> BOARDS = List.of(Board.values());
    private static final List<Metric> METRICS = List.of(Metric.values());
    private static final List<RankingPeriod> PERIODS = List.of(RankingPeriod.values());

    private Code() {}

    private static String of(char kind, long... numbers) {
      StringBuilder code = new StringBuilder().append(VERSION).append(kind);
      for (int i = 0; i < numbers.length; i++) {
        code.append(i == 0 ? "" : ".").append(Long.toString(numbers[i], Character.MAX_RADIX));
      }
      return code.toString();
    }

    private static List<Long> numbers(String code) {
      return code.isEmpty()
          ? List.of()
          : List.of(code.split("\\.", -1)).stream().map(Code::number).toList();
    }

    /// Without a sign, which we never write.
    private static long number(String code) {
      long number = Long.parseUnsignedLong(code, Character.MAX_RADIX);
      if (number < 0 || code.startsWith("+")) {
        throw new IllegalArgumentException("a number must be 0 or more, not " + code);
      }
      return number;
    }

    private static <T> T one(List<T> values, long number) {
      if (number >= values.size()) {
        throw new IllegalArgumentException(
            "number must be 0 to %d, not %d".formatted(values.size() - 1, number));
      }
      return values.get(Math.toIntExact(number));
    }

    private static LinkType type(long number) {
      if (number >= TYPES.size()) {
        throw new IllegalArgumentException("type must be one that people give, not " + number);
      }
      return TYPES.get(Math.toIntExact(number));
    }
  }
}
