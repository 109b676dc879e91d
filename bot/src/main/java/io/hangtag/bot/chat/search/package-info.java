/// Looking for products: /search.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
