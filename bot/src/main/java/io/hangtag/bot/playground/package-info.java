/// An in-process Telegram: a Bot API server on a local port, the chats behind it, and the people in
/// them, moved by a program, a test or a terminal. It refuses what the real server refuses, in its
/// words (tdlib/telegram-bot-api, `Client.cpp`), and knows nothing of the library the bot uses.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.playground;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
