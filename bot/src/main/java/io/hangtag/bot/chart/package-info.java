/// Pictures of figures, as PNG.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chart;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
