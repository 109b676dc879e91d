/// Products as people type `@bot words` in any chat, and the ones they picked.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.chat.inline;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
