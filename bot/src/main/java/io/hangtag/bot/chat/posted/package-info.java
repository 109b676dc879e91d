/// Saying where and when media were posted.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.posted;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
