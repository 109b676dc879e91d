package io.hangtag.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.Installation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportProgressTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Shell.NOW);
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Environment environment(ProgressStyle style) {
    InstantSource clock = now::get;
    return new Environment(
        Map.of(),
        new Installation(Path.of(""), Installation.Database.NOT_SHIPPED),
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
        new PrintStream(err, true, UTF_8),
        style,
        clock);
  }

  private void pass(Duration time) {
    Instant _ = now.updateAndGet(before -> before.plus(time));
  }

  @Test
  void writes_a_line_now_and_then_to_a_log() {
    try (ImportProgress progress = ImportProgress.of(environment(ProgressStyle.LINES))) {
      progress.read(1_000);
      pass(Duration.ofSeconds(5));
      progress.read(2_000);
      pass(Duration.ofSeconds(1));
      progress.read(3_000);
    }

    assertThat(err.toString(UTF_8)).isEqualTo("2,000 read\n");
  }

  @Test
  void draws_a_bar_on_a_terminal_and_leaves_an_empty_line() {
    try (ImportProgress progress =
        ImportProgress.of(environment(ProgressStyle.BAR), () -> OptionalDouble.of(0.5))) {
      pass(Duration.ofSeconds(1));
      progress.read(1_000);
    }

    String bar = "[" + "#".repeat(15) + " ".repeat(15) + "]  50 %  1,000 read";
    assertThat(err.toString(UTF_8)).isEqualTo("\r" + bar + "\r" + " ".repeat(bar.length()) + "\r");
  }

  @Test
  void only_counts_where_the_end_is_not_known() {
    try (ImportProgress progress = ImportProgress.of(environment(ProgressStyle.BAR))) {
      pass(Duration.ofSeconds(1));
      progress.read(7);
    }

    assertThat(err.toString(UTF_8)).startsWith("\r7 read");
  }

  @Test
  void knows_how_much_of_a_file_was_read(@TempDir Path folder) throws IOException {
    Path path = Files.write(folder.resolve("file"), new byte[10]);
    try (ImportFile file = ImportFile.open(path.toString(), System.in)) {
      assertThat(file.share()).hasValue(0);

      assertThat(file.content().read(new byte[4])).isEqualTo(4);
      assertThat(file.content().read()).isZero();

      assertThat(file.share()).hasValue(0.5);
    }
  }
}
