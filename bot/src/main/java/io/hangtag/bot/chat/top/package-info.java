/// What did best: /top.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.top;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
