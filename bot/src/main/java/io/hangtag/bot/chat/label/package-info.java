/// /tag and /category.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.label;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
