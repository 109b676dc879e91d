/// The command line: what people and scripts do without a chat, through the same doors.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
