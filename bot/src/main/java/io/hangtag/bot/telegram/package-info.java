/// The only package that knows Telegram's library: polling, reading updates, sending.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.telegram;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
