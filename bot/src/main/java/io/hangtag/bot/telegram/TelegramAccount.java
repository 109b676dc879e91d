package io.hangtag.bot.telegram;

import java.net.URI;
import org.telegram.telegrambots.meta.TelegramUrl;

/// A bot's token and the Bot API server that knows it.
///
/// @param api `http(s)://host[:port]`
public record TelegramAccount(Secret token, URI api) {
  TelegramUrl url() {
    boolean secure = "https".equals(api.getScheme());
    int port = api.getPort() != -1 ? api.getPort() : secure ? 443 : 80;
    return TelegramUrl.builder()
        .schema(api.getScheme())
        .host(api.getHost())
        .port(port)
        .testServer(false)
        .build();
  }
}
