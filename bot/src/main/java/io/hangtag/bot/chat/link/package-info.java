/// Linking: /link, its lists and buttons.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.link;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
