package io.hangtag.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.team.Workspace;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag link utm`.
@Command(
    name = "utm",
    description = "Print an address with the link's UTM tags, for a post or an ad.")
final class LinkUtmCommand implements CoreCommand {
  private static final List<String> ORDER = List.of("source", "medium", "campaign", "content");

  @Mixin private TeamOption team;

  @Parameters(paramLabel = "LINK_ID", description = "The number of the link.")
  private LinkId id;

  @Option(
      names = "--base",
      required = true,
      paramLabel = "URL",
      description = "The page in the shop, http or https.")
  private String base;

  @Override
  public Answer run(Session session) {
    Workspace workspace = team.among(session.core().workspaces());
    Link link =
        session
            .core()
            .linking()
            .find(workspace.id(), id)
            .orElseThrow(() -> LinkAnswer.unknown(workspace, id));
    Map<String, String> tags = link.details().utm();
    if (tags.isEmpty()) {
      throw new RefusedException(
          "no_utm",
          "Link %d has no UTM tags: 'hangtag link set %d --utm source=...,content=...' gives it some."
              .formatted(id.value(), id.value()));
    }
    String url = tagged(page(), tags);
    return new Answer(new Tagged(url), url);
  }

  private URI page() {
    try {
      URI page = new URI(base);
      if (("http".equals(page.getScheme()) || "https".equals(page.getScheme()))
          && page.getHost() != null) {
        return page;
      }
    } catch (URISyntaxException e) {
      throw new RefusedException("bad_url", "--base is no address: %s".formatted(e.getMessage()));
    }
    throw new RefusedException("bad_url", "--base must be an http or https address.");
  }

  /// The tags of the page's own query stay, but for those of the same names.
  private static String tagged(URI page, Map<String, String> tags) {
    String own = page.getRawQuery() == null ? "" : page.getRawQuery();
    String kept =
        List.of(own.split("&")).stream()
            .filter(pair -> !pair.isEmpty())
            .filter(pair -> ORDER.stream().noneMatch(name -> pair.startsWith("utm_" + name + "=")))
            .map(pair -> pair + "&")
            .collect(Collectors.joining());
    String added =
        ORDER.stream()
            .filter(tags::containsKey)
            .map(name -> "utm_" + name + "=" + URLEncoder.encode(tags.get(name), UTF_8))
            .collect(Collectors.joining("&"));
    String path = page.getRawPath() == null ? "" : page.getRawPath();
    String fragment = page.getRawFragment() == null ? "" : "#" + page.getRawFragment();
    return "%s://%s%s?%s%s%s"
        .formatted(page.getScheme(), page.getRawAuthority(), path, kept, added, fragment);
  }

  private record Tagged(String url) {}
}
