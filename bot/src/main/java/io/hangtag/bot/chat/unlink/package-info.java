/// Unlinking: /unlink and its buttons.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.unlink;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
