/// Setting up teams, knowing who belongs to one, /start and /help.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.team;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
