package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FilesTest {

  @AutoClose
  private final BotApi api = BotApi.start(BotAccount.named("hangtag_bot"), new HandClock());

  @AutoClose private final RawBot bot = new RawBot(api);
  @AutoClose private final HttpClient http = HttpClient.newHttpClient();
  private final Person mia = api.world().person("Mia");

  @Test
  void a_photo_can_be_downloaded_and_is_a_picture() throws Exception {
    Media hoodie = Media.photo("hoodie");
    JsonNode photo = mia.privately().posts(hoodie, "").json().path("photo");
    JsonNode largest = photo.get(photo.size() - 1);

    JsonNode file = bot.call("getFile", "file_id", largest.path("file_id").asText());
    HttpResponse<byte[]> download = download(file.path("file_path").asText());

    assertThat(file.path("file_unique_id")).isEqualTo(largest.path("file_unique_id"));
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.body()).isEqualTo(hoodie.content().bytes());
    assertThat(ImageIO.read(new ByteArrayInputStream(download.body())).getWidth()).isEqualTo(1280);
  }

  @Test
  void refuses_a_file_nobody_has() throws Exception {
    assertThat(bot.refusal("getFile", "file_id", "AgACNonsense"))
        .isEqualTo("400 Bad Request: invalid file_id");
    assertThat(download("photos/file_99.jpg").statusCode()).isEqualTo(404);
  }

  @Test
  void refuses_more_than_20_megabytes() {
    Media large = Media.document("export.csv", new byte[20 * 1024 * 1024 + 1]);
    JsonNode document = mia.privately().posts(large, "").json().path("document");

    assertThat(document.path("file_name").asText()).isEqualTo("export.csv");
    assertThat(bot.refusal("getFile", "file_id", document.path("file_id").asText()))
        .isEqualTo("400 Bad Request: file is too big");
  }

  private HttpResponse<byte[]> download(String path) throws Exception {
    URI uri = URI.create(api.url() + "/file/bot" + api.world().account().token() + "/" + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
  }
}
