package io.hangtag.bot.cli;

import io.hangtag.bot.Config;
import io.hangtag.core.Core;

/// What a command works with, open until it has answered.
record Session(Core core, Config config, Environment environment) {}
