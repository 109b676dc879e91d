package io.hangtag.core.picture;

import io.hangtag.core.picture.PictureLook.Seen;
import io.hangtag.core.picture.PictureLook.Unusable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Looks at files that may be anything, at a bounded cost of time and memory.
public final class PictureReader {
  /// Larger files are not opened.
  public static final long MAX_BYTES = 40_000_000;

  /// Pictures with more dots are not read.
  private static final long MAX_DOTS = 60_000_000;

  /// Of a picture with more dots only every second, third, ... row and column is read.
  private static final long ENOUGH_DOTS = 2_000_000;

  private PictureReader() {}

  /// Looks at the first picture of a file.
  public static PictureLook look(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        return new Unusable("It has %,d MB, more than is looked at.".formatted(size / 1_000_000));
      }
      try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
        return look(input);
      }
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  /// Looks at the first picture of a file's content.
  public static PictureLook look(byte[] content) {
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      return look(input);
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  private static PictureLook look(ImageInputStream input) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
    if (!readers.hasNext()) {
      return new Unusable("It is no picture in JPEG, PNG, GIF, BMP or TIFF format.");
    }
    ImageReader reader = readers.next();
    try {
      reader.setInput(input, true, true);
      return look(reader);
    } catch (RuntimeException e) {
      // Broken files make the JDK's readers fail in many ways, not all of them IOException.
      return unreadable(e);
    } finally {
      reader.dispose();
    }
  }

  private static PictureLook look(ImageReader reader) throws IOException {
    long dots = (long) reader.getWidth(0) * reader.getHeight(0);
    if (dots > MAX_DOTS) {
      return new Unusable(
          "It has %d x %d dots, more than are looked at."
              .formatted(reader.getWidth(0), reader.getHeight(0)));
    }
    ImageReadParam sampling = reader.getDefaultReadParam();
    int every = (int) Math.ceil(Math.sqrt((double) dots / ENOUGH_DOTS));
    sampling.setSourceSubsampling(Math.max(1, every), Math.max(1, every), 0, 0);
    BufferedImage image = reader.read(0, sampling);
    return PictureHashing.hash(image)
        .<PictureLook>map(Seen::new)
        .orElseGet(() -> new Unusable("It is all of one colour, with nothing to know it by."));
  }

  private static PictureLook unreadable(Exception e) {
    return new Unusable("It cannot be read (%s).".formatted(e.getClass().getSimpleName()));
  }
}
