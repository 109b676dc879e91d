/// Tests of the playground, through the door the bot uses: HTTP.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.playground;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
