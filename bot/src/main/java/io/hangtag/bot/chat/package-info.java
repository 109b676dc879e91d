/// What people say to the bot and what it says back, in our own types; one folder below for each
/// thing they do.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
