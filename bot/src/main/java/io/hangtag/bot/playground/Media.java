package io.hangtag.bot.playground;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/// A photo, video or document on somebody's phone, before it is sent. Each sending is an upload of
/// its own and gets new ids, as in Telegram; only forwarding keeps them.
///
/// @param fileName as the sender's phone has it; photos lose it
/// @param width in pixels, 0 for documents
/// @param height in pixels, 0 for documents
/// @param seconds of a video, else 0
public record Media(
    Kind kind, Content content, String fileName, int width, int height, int seconds) {

  /// What Telegram makes of a file.
  public enum Kind {
    PHOTO("photo", "image/jpeg"),
    VIDEO("video", "video/mp4"),
    DOCUMENT("document", "application/octet-stream");

    private final String field;
    private final String mimeType;

    Kind(String field, String mimeType) {
      this.field = field;
      this.mimeType = mimeType;
    }

    /// The name of the message's field.
    String field() {
      return field;
    }

    String mimeType() {
      return mimeType;
    }
  }

  /// A photo from the bytes of a picture.
  public static Media photo(byte[] picture) {
    BufferedImage image = decoded(picture);
    return new Media(
        Kind.PHOTO, Content.of(picture), "photo.jpg", image.getWidth(), image.getHeight(), 0);
  }

  /// An invented photo: a real JPEG whose pattern depends on the name alone.
  public static Media photo(String name) {
    BufferedImage image = new BufferedImage(1280, 960, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Random random = new Random(name.hashCode());
    for (int i = 0; i < 40; i++) {
      graphics.setColor(new Color(random.nextInt(0x1000000)));
      graphics.fillRect(
          random.nextInt(1280), random.nextInt(960), random.nextInt(640), random.nextInt(480));
    }
    graphics.dispose();
    return photo(encoded(image));
  }

  /// An invented video of ten seconds, which no player would play.
  public static Media video(String name) {
    byte[] bytes = ("video " + name).getBytes(StandardCharsets.UTF_8);
    return new Media(Kind.VIDEO, Content.of(bytes), name + ".mp4", 1080, 1920, 10);
  }

  public static Media document(String fileName, byte[] bytes) {
    return new Media(Kind.DOCUMENT, Content.of(bytes), fileName, 0, 0, 0);
  }

  private static BufferedImage decoded(byte[] picture) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
      if (image == null) {
        throw new IllegalArgumentException("picture must be a JPEG, PNG or GIF");
      }
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the picture", e);
    }
  }

  private static byte[] encoded(BufferedImage image) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a picture into memory", e);
    }
  }
}
