package io.hangtag.bot;

import java.util.List;

/// A configuration that cannot be used; the message has one sentence a line.
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
