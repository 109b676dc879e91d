/// What posts sold: /attribution.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.sales;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
