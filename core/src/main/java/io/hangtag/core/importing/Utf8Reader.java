package io.hangtag.core.importing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/// Characters of a UTF-8 file; where it is not UTF-8, the file is refused by line and byte.
///
/// A decoder that puts question marks would spoil names without anybody noticing.
final class Utf8Reader extends Reader {
  private final InputStream file;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private long bytesRead;
  private long line = 1;
  private boolean ended;
  private boolean endsWithLineBreak;

  /// @param offset bytes of the file that were read before
  Utf8Reader(InputStream file, int offset) {
    this.file = file;
    this.bytesRead = offset;
  }

  /// Whether the last character read is a line break; after the last one, whether the file's is.
  boolean endsWithLineBreak() {
    return endsWithLineBreak;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer characters = CharBuffer.wrap(target, offset, length);
    while (true) {
      CoderResult result = decoder.decode(bytes, characters, ended);
      int count = characters.position() - offset;
      track(target, offset, count);
      if (result.isError()) {
        throw notUtf8();
      }
      if (count > 0 || ended) {
        return count > 0 ? count : -1;
      }
      fill();
    }
  }

  private void track(char[] target, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      endsWithLineBreak = target[i] == '\n' || target[i] == '\r';
      if (target[i] == '\n') {
        line++;
      }
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    try {
      int count = file.read(bytes.array(), bytes.position(), bytes.remaining());
      if (count < 0) {
        ended = true;
      } else {
        bytesRead += count;
        bytes.position(bytes.position() + count);
      }
    } catch (EOFException | ZipException _) {
      throw new RefusedFileException("The gzip file is damaged or cut off.");
    }
    bytes.flip();
  }

  private RefusedFileException notUtf8() {
    long at = bytesRead - bytes.remaining() + 1;
    return new RefusedFileException(
        "The file is not UTF-8 (line %d, byte %d): save it as \"CSV UTF-8\" and try again."
            .formatted(line, at));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
