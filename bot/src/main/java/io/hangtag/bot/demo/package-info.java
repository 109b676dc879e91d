/// A shop, its team and the real bot, all in this process: Hangtag without a Telegram account.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
