package io.hangtag.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher in a folder of its own with a JDK and a Maven that only tell what they were
/// called with.
final class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "hangtag");

  @TempDir private Path folder;

  private Path home;
  private Path jar;
  private Path jdk;

  @BeforeEach
  void a_built_checkout() throws IOException {
    folder = folder.toRealPath();
    home = Files.createDirectories(folder.resolve("my checkout"));
    program(home.resolve("hangtag"), Files.readString(LAUNCHER));
    touch(home.resolve("pom.xml"), 100);
    touch(home.resolve("core/src/main/java/Core.java"), 100);
    jar = home.resolve("bot/target/hangtag.jar");
    touch(jar, 0);
    touchAgain(home.resolve("core/src/main"), 100);
    touchAgain(home.resolve("core/src/main/java"), 100);
    jdk = jdk("jdk-25", "25.0.3");
    program(
        folder.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo "maven in $(pwd) with $JAVA25_HOME: $*"
        mkdir -p bot/target && : > bot/target/hangtag.jar
        """);
  }

  private Path jdk(String name, String version) throws IOException {
    Path made = folder.resolve(name);
    program(made.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"java $0\" \"$@\"\n");
    program(made.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(made.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return made;
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void touch(Path file, long secondsAgo) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    touchAgain(file, secondsAgo);
  }

  private static void touchAgain(Path file, long secondsAgo) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(secondsAgo)));
  }

  private Ran run(Path launcher, Map<String, String> variables, String... arguments)
      throws Exception {
    ProcessBuilder shell = new ProcessBuilder("sh", launcher.toString());
    shell.command().addAll(List.of(arguments));
    shell.directory(Path.of("/").toFile());
    shell.environment().clear();
    shell.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    shell.environment().put("JAVA_HOME", jdk.toString());
    shell.environment().putAll(variables);
    Path err = folder.resolve("err");
    Process process = shell.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ran(process.waitFor(), out, Files.readString(err));
  }

  private record Ran(int code, String out, String err) {}

  @Test
  void runs_the_jar_with_the_arguments_as_they_are() throws Exception {
    Ran ran = run(home.resolve("hangtag"), Map.of(), "product", "search", "blue  hoodie", "");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines())
        .startsWith("java " + jdk.resolve("bin/java"))
        .contains("-Dhangtag.home=" + home, "-Dhangtag.progress=lines")
        .endsWith("-jar", jar.toString(), "product", "search", "blue  hoodie", "");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void finds_its_folder_through_links() throws Exception {
    Path absolute = Files.createSymbolicLink(folder.resolve("first"), home.resolve("hangtag"));
    Path relative = Files.createSymbolicLink(folder.resolve("second"), absolute.getFileName());

    assertThat(run(relative, Map.of()).out()).contains("-Dhangtag.home=" + home + "\n");
  }

  @Test
  void lets_options_be_changed() throws Exception {
    Ran ran = run(home.resolve("hangtag"), Map.of("HANGTAG_JAVA_OPTS", "-Xmx2g -Dx=y"));

    assertThat(ran.out()).containsSubsequence("-Xmx512m\n", "-Xmx2g\n-Dx=y\n-jar\n");
  }

  @Test
  void builds_a_missing_jar_and_keeps_the_output_clean() throws Exception {
    Files.delete(jar);

    Ran ran = run(home.resolve("hangtag"), Map.of());

    assertThat(ran.err())
        .isEqualTo(
            "Building Hangtag, once ...\nmaven in %s with %s: -q -B -DskipTests package\n"
                .formatted(home, jdk));
    assertThat(ran.out()).startsWith("java ").doesNotContain("maven");
    assertThat(run(home.resolve("hangtag"), Map.of()).err()).isEmpty();
  }

  @Test
  void builds_and_runs_benchmarks_beside_the_tests() throws Exception {
    Ran ran = run(home.resolve("hangtag"), Map.of(), "bench", "search", "--json");

    assertThat(ran.err())
        .isEqualTo(
            "Building Hangtag, once ...\nmaven in %s with %s: -q -B -DskipTests -Dbench.skip=false package\n"
                .formatted(home, jdk));
    assertThat(ran.out()).endsWith("io.hangtag.bot.bench.Bench\nsearch\n--json\n");
    assertThat(run(home.resolve("hangtag"), Map.of(), "bench").err()).isEmpty();
  }

  @Test
  void builds_again_when_a_source_is_newer() throws Exception {
    touchAgain(jar, 50);
    touchAgain(home.resolve("core/src/main/java/Core.java"), 10);

    assertThat(run(home.resolve("hangtag"), Map.of()).err()).startsWith("Building Hangtag");
    assertThat(run(home.resolve("hangtag"), Map.of()).err()).isEmpty();
  }

  @Test
  void says_that_the_build_failed() throws Exception {
    Files.delete(jar);
    program(folder.resolve("bin/mvn"), "#!/bin/sh\necho broken\nexit 1\n");

    Ran ran = run(home.resolve("hangtag"), Map.of());

    assertThat(ran)
        .isEqualTo(
            new Ran(
                1,
                "",
                "Building Hangtag, once ...\nbroken\nhangtag: the build failed; see above.\n"));
  }

  @Test
  void passes_over_an_older_jdk() throws Exception {
    Path old = jdk("jdk-17", "17.0.15");

    Ran ran =
        run(
            home.resolve("hangtag"),
            Map.of("JAVA_HOME", old.toString(), "JAVA25_HOME", jdk.toString()));

    assertThat(ran.out()).startsWith("java " + jdk.resolve("bin/java"));
  }

  @Test
  void finds_a_jdk_where_people_keep_theirs() throws Exception {
    Path old = jdk("jdk-17", "17.0.15");
    Path person = folder.resolve("person");
    Files.createDirectories(person.resolve(".sdkman/candidates/java"));
    Path kept = person.resolve(".sdkman/candidates/java/26-tem");
    Files.move(jdk("jdk-26", "26"), kept);

    Ran ran =
        run(
            home.resolve("hangtag"),
            Map.of("JAVA_HOME", old.toString(), "HOME", person.toString()));

    assertThat(ran.out()).startsWith("java " + kept.resolve("bin/java"));
  }
}
