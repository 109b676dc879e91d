package io.hangtag.core.suggestion;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression that says where file names have the SKU: `(?<sku>[A-Z]+-\d+)_.*`. It is
/// looked for anywhere in the name.
///
/// One that takes long is broken off: matching stops after so many steps, whatever the expression
/// and the name are.
public final class FileNamePattern {
  /// The longest expression, in characters.
  public static final int MAX_LENGTH = 200;

  private static final int MAX_STEPS = 200_000;
  private static final int MAX_NAME = 255;

  private final Pattern pattern;

  private FileNamePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /// Reads an expression as somebody wrote it.
  public static Reading read(String expression) {
    if (expression.isBlank() || expression.length() > MAX_LENGTH) {
      return new Reading.Bad("it must have 1 to %d characters".formatted(MAX_LENGTH));
    }
    if (expression
        .codePoints()
        .anyMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE)) {
      return new Reading.Bad("it has characters that no file name has");
    }
    try {
      Pattern pattern =
          Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      return pattern.namedGroups().containsKey("sku")
          ? new Reading.Good(new FileNamePattern(pattern))
          : new Reading.Bad("it must have a group named sku: (?<sku>...)");
    } catch (PatternSyntaxException e) {
      return new Reading.Bad(String.valueOf(e.getDescription()));
    } catch (StackOverflowError e) {
      return new Reading.Bad("it is nested too deeply");
    }
  }

  static Optional<FileNamePattern> usable(String expression) {
    return switch (read(expression)) {
      case Reading.Good(FileNamePattern pattern) -> Optional.of(pattern);
      case Reading.Bad _ -> Optional.empty();
    };
  }

  /// What stands where the SKU is in a file name.
  public Match skuIn(String fileName) {
    CharSequence name = new Counted(fileName.substring(0, Math.min(fileName.length(), MAX_NAME)));
    try {
      Matcher matcher = pattern.matcher(name);
      String sku = matcher.find() ? matcher.group("sku") : null;
      return new Match(
          Optional.ofNullable(sku).map(String::strip).filter(it -> !it.isEmpty()), false);
    } catch (TooManyStepsException | StackOverflowError _) {
      return new Match(Optional.empty(), true);
    }
  }

  /// The expression as it was written.
  @Override
  public String toString() {
    return pattern.pattern();
  }

  /// What an expression turned out to be.
  public sealed interface Reading {
    /// It can be used.
    record Good(FileNamePattern pattern) implements Reading {}

    /// It cannot.
    record Bad(String problem) implements Reading {}
  }

  /// What came of matching a name.
  ///
  /// @param sku empty: none
  /// @param tooSlow whether it was broken off
  public record Match(Optional<String> sku, boolean tooSlow) {}

  /// Each character that the matcher looks at is a step.
  private static final class Counted implements CharSequence {
    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps > MAX_STEPS) {
        throw new TooManyStepsException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooManyStepsException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
