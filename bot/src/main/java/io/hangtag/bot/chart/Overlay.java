package io.hangtag.bot.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.knowm.xchart.internal.chartpart.Annotation;

/// Words of our own over a chart's plot, which the library's own labels do not reach.
final class Overlay extends Annotation {
  private final Painter painter;

  Overlay(Painter painter) {
    super(false);
    this.painter = painter;
  }

  @Override
  public void paint(Graphics2D graphics) {
    int left = getXAxisScreenValueForMin();
    int top = getYAxisScreenValueForMin();
    Rectangle plot = new Rectangle(left, top, getXAxisScreenValueForMax() - left, 0);
    plot.height = getYAxisScreenValueForMax() - top;
    painter.paint(graphics, plot);
  }

  /// Paints over a plot.
  @FunctionalInterface
  interface Painter {
    /// Paints.
    ///
    /// @param plot in pixels; with space for its content all filled, its ends are those of the axes
    void paint(Graphics2D graphics, Rectangle plot);
  }
}
