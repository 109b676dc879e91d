/// Does posting sell, and when: /insights.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.insights;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
