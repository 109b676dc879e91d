/// The programs people start: the bot and the command line.
@NullMarked
@CheckReturnValue
package io.hangtag.bot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
