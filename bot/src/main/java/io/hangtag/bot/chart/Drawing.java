package io.hangtag.bot.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.knowm.xchart.style.AxesChartStyler;

/// What all pictures have in common: their width, letters that can be read on a phone, and PNG.
final class Drawing {
  static final int WIDTH = 1_280;
  static final Color BLUE = new Color(0x1F77B4);
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 32);
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 26);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 22);
  private static final int MARGIN = 24;

  private Drawing() {}

  static void style(AxesChartStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setChartTitleFont(TITLE);
    styler.setChartTitlePadding(14);
    styler.setAxisTitleFont(SMALL);
    styler.setAxisTickLabelsFont(TEXT);
    styler.setLegendFont(SMALL);
    styler.setLegendBorderColor(Color.WHITE);
  }

  /// Letters without stairs.
  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  /// Whether there are letters for all of this on this machine.
  static boolean shows(String text) {
    return TEXT.canDisplayUpTo(text) < 0;
  }

  /// A picture that says why there is nothing to draw.
  static byte[] placard(String title, String words) {
    BufferedImage image = new BufferedImage(WIDTH, WIDTH / 4, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    smooth(graphics);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    centred(graphics, TITLE, title, image.getHeight() * 2 / 5);
    graphics.setColor(Color.DARK_GRAY);
    centred(graphics, TEXT, words, image.getHeight() * 7 / 10);
    graphics.dispose();
    return png(image);
  }

  private static void centred(Graphics2D graphics, Font font, String text, int y) {
    FontMetrics metrics = graphics.getFontMetrics(font);
    String fitting = fitting(text, metrics, WIDTH - 2 * MARGIN);
    graphics.setFont(font);
    graphics.drawString(fitting, (WIDTH - metrics.stringWidth(fitting)) / 2, y);
  }

  /// As much of a text as fits, the last an ellipsis if any was cut.
  static String fitting(String text, FontMetrics metrics, int width) {
    String fitting = text;
    while (fitting.length() > 1 && metrics.stringWidth(fitting) > width) {
      int end = fitting.offsetByCodePoints(fitting.length(), fitting.endsWith("…") ? -2 : -1);
      fitting = fitting.substring(0, end).stripTrailing() + "…";
    }
    return fitting;
  }

  static byte[] png(BufferedImage image) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      boolean _ = ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A picture in memory cannot be written", e);
    }
  }
}
