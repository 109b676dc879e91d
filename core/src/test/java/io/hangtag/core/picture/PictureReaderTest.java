package io.hangtag.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.picture.PictureLook.Seen;
import io.hangtag.core.picture.PictureLook.Unusable;
import java.awt.Color;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PictureReaderTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource
  void knows_a_picture_again(String how, byte[] original, byte[] copy) {
    assertThat(seen(copy).isOfSamePictureAs(seen(original))).as(how).isTrue();
  }

  static Stream<Arguments> knows_a_picture_again() {
    return LongStream.range(0, 10)
        .mapToObj(Scene::of)
        .flatMap(
            scene ->
                Stream.of(
                    Arguments.of("compressed", scene.png(), scene.jpeg(0.3f)),
                    Arguments.of("smaller", scene.png(), scene.scaled(0.4).png()),
                    Arguments.of("larger", scene.png(), scene.scaled(4.5).jpeg(0.6f)),
                    Arguments.of("framed", scene.png(), scene.framed(60).jpeg(0.8f))));
  }

  @Test
  void tells_pictures_apart() {
    List<PictureHash> hashes =
        LongStream.range(0, 40).mapToObj(seed -> seen(Scene.of(seed).scaled(0.5).png())).toList();

    for (int one = 0; one < hashes.size(); one++) {
      for (int other = one + 1; other < hashes.size(); other++) {
        assertThat(hashes.get(one).isOfSamePictureAs(hashes.get(other)))
            .as("%d and %d", one, other)
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource
  void says_why_a_file_cannot_be_compared(byte[] content, String reason) throws IOException {
    Path file = folder.resolve("a.jpg");
    Files.write(file, content);

    assertThat(PictureReader.look(content)).isEqualTo(new Unusable(reason));
    assertThat(PictureReader.look(file)).isEqualTo(new Unusable(reason));
  }

  static Stream<Arguments> says_why_a_file_cannot_be_compared() {
    String noPicture = "It is no picture in JPEG, PNG, GIF, BMP or TIFF format.";
    return Stream.of(
        Arguments.of(new byte[0], noPicture),
        Arguments.of(text("<svg xmlns='http://www.w3.org/2000/svg'/>"), noPicture),
        Arguments.of(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, noPicture),
        Arguments.of(text("MZ\u0090"), noPicture),
        Arguments.of(
            Scene.plain(Color.WHITE).png(), "It is all of one colour, with nothing to know it by."),
        Arguments.of(
            pngHeader(20_000, 20_000), "It has 20000 x 20000 dots, more than are looked at."),
        Arguments.of(
            pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE),
            "It has 2147483647 x 2147483647 dots, more than are looked at."));
  }

  @Test
  void does_not_open_large_files() throws IOException {
    Path file = folder.resolve("a.jpg");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(50_000_000);
    }

    assertThat(PictureReader.look(file))
        .isEqualTo(new Unusable("It has 50 MB, more than is looked at."));
  }

  @Test
  void says_so_when_a_file_is_not_there() {
    assertThat(PictureReader.look(folder.resolve("gone.jpg")))
        .isEqualTo(new Unusable("It cannot be read (NoSuchFileException)."));
  }

  @Test
  void survives_broken_files() {
    Random random = new Random(7);
    for (byte[] whole : new byte[][] {Scene.of(3).jpeg(0.5f), Scene.of(3).scaled(0.3).png()}) {
      for (int round = 0; round < 150; round++) {
        byte[] broken = whole.clone();
        for (int flip = 0; flip < 20; flip++) {
          broken[random.nextInt(Math.min(broken.length, 2_000))] = (byte) random.nextInt(256);
        }

        assertThat(PictureReader.look(broken)).isInstanceOfAny(Seen.class, Unusable.class);
      }
    }
  }

  private static PictureHash seen(byte[] content) {
    return switch (PictureReader.look(content)) {
      case Seen(PictureHash hash) -> hash;
      case Unusable(String reason) -> throw new AssertionError(reason);
    };
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The beginning of a PNG file of this size.
  private static byte[] pngHeader(int width, int height) {
    ByteBuffer header =
        ByteBuffer.allocate(17)
            .put(text("IHDR"))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(header.array());
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
        .putInt(13)
        .put(header.array())
        .putInt((int) sum.getValue())
        .array();
  }
}
