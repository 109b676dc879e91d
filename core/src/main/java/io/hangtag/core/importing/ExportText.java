package io.hangtag.core.importing;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// An export file as text: unpacked if it is packed, without byte order mark, certainly UTF-8.
///
/// Belongs to one thread.
final class ExportText {
  private static final int LOOK_AHEAD = 1 << 20;

  private final Utf8Reader characters;
  private final BufferedReader lines;

  private ExportText(Utf8Reader characters) {
    this.characters = characters;
    this.lines = new BufferedReader(characters, 1 << 16);
  }

  /// Reads what `file` holds; closing it stays the caller's task.
  ///
  /// @throws RefusedFileException if it is no text, or empty
  static ExportText open(InputStream file) throws IOException {
    PushbackInputStream plain = new PushbackInputStream(file, 4);
    byte[] start = peek(plain);
    if (startsWith(start, 0x1f, 0x8b)) {
      plain = new PushbackInputStream(unpacked(plain), 4);
      start = peek(plain);
    }
    refuseWhatIsNoText(start);
    int mark = startsWith(start, 0xef, 0xbb, 0xbf) ? 3 : 0;
    plain.skipNBytes(mark);
    return new ExportText(new Utf8Reader(plain, mark));
  }

  private static byte[] peek(PushbackInputStream file) throws IOException {
    try {
      byte[] start = file.readNBytes(4);
      file.unread(start);
      return start;
    } catch (EOFException | ZipException _) {
      throw new RefusedFileException("The gzip file is damaged or cut off.");
    }
  }

  private static InputStream unpacked(InputStream packed) throws IOException {
    try {
      return new GZIPInputStream(packed, 1 << 16);
    } catch (EOFException | ZipException _) {
      throw new RefusedFileException("The gzip file is damaged or cut off.");
    }
  }

  private static void refuseWhatIsNoText(byte[] start) {
    if (start.length == 0) {
      throw new RefusedFileException("The file is empty.");
    }
    if (startsWith(start, 'P', 'K', 3, 4)) {
      throw new RefusedFileException(
          "The file is a zip archive or an Excel workbook: unpack it, or save it as \"CSV UTF-8\".");
    }
    if (startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff)) {
      throw new RefusedFileException(
          "The file is UTF-16, not UTF-8: save it as \"CSV UTF-8\" and try again.");
    }
  }

  private static boolean startsWith(byte[] start, int... magic) {
    byte[] expected = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      expected[i] = (byte) magic[i];
    }
    return start.length >= magic.length
        && Arrays.equals(Arrays.copyOf(start, magic.length), expected);
  }

  /// The first character that is not blank, without reading past it; empty if there is none.
  Optional<Character> firstCharacter() throws IOException {
    lines.mark(LOOK_AHEAD);
    int character = lines.read();
    for (int i = 1; Character.isWhitespace(character) && i < LOOK_AHEAD; i++) {
      character = lines.read();
    }
    lines.reset();
    return character < 0 ? Optional.empty() : Optional.of((char) character);
  }

  /// The first line that is not blank, without reading past it; at most a million characters.
  String firstLine() throws IOException {
    StringBuilder line = new StringBuilder();
    lines.mark(LOOK_AHEAD);
    for (int i = 0; i < LOOK_AHEAD; i++) {
      int character = lines.read();
      if (character < 0 || (character == '\n' && !line.toString().isBlank())) {
        break;
      }
      line.append((char) character);
    }
    lines.reset();
    return line.toString().strip();
  }

  /// The next line without its break; empty after the last one.
  Optional<String> nextLine() throws IOException {
    return Optional.ofNullable(lines.readLine());
  }

  /// All characters not read yet.
  Reader reader() {
    return lines;
  }

  /// Whether the last line has its break; to be asked after the last one.
  boolean endsWithLineBreak() {
    return characters.endsWithLineBreak();
  }
}
