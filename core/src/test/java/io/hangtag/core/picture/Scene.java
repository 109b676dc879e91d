package io.hangtag.core.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// A made-up picture: some coloured shapes before a background that gets darker.
public record Scene(BufferedImage image) {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 640;

  /// The picture with this number.
  public static Scene of(long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(
        new GradientPaint(0, 0, colour(random), WIDTH, random.nextInt(HEIGHT), colour(random)));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    for (int shape = 0; shape < 12; shape++) {
      graphics.setColor(colour(random));
      int x = random.nextInt(WIDTH) - 50;
      int y = random.nextInt(HEIGHT) - 50;
      graphics.fillOval(x, y, 40 + random.nextInt(200), 40 + random.nextInt(200));
    }
    graphics.dispose();
    return new Scene(image);
  }

  private static Color colour(Random random) {
    return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  /// All of one colour.
  static Scene plain(Color colour) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.dispose();
    return new Scene(image);
  }

  /// Larger or smaller.
  public Scene scaled(double factor) {
    return drawn((int) (image.getWidth() * factor), (int) (image.getHeight() * factor), 0);
  }

  /// With a black border.
  Scene framed(int width) {
    return drawn(image.getWidth() + 2 * width, image.getHeight() + 2 * width, width);
  }

  private Scene drawn(int width, int height, int border) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    boolean _ =
        graphics.drawImage(image, border, border, width - 2 * border, height - 2 * border, null);
    graphics.dispose();
    return new Scene(drawn);
  }

  /// As a file.
  public byte[] png() {
    return written("png", 1);
  }

  /// As a file.
  ///
  /// @param quality 0 to 1
  public byte[] jpeg(float quality) {
    return written("jpeg", quality);
  }

  private byte[] written(String format, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (quality < 1) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
