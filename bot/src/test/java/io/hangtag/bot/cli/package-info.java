/// Tests of the command line, on a real database.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
