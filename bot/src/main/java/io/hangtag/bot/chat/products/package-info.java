/// What is in a picture: /products.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.products;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
