package io.hangtag.bot;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.hangtag.bot.chat.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents say of the source tree.
class DocumentsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();
  private static final Path ARCHITECTURE = ROOT.resolve("docs/ARCHITECTURE.md");
  private static final Path README = ROOT.resolve("README.md");

  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.hangtag");

  @Test
  void every_type_that_the_architecture_names_exists() {
    Set<String> types = CLASSES.stream().map(JavaClass::getSimpleName).collect(toSet());

    List<String> named = found("`([A-Z][a-z]+[A-Za-z]*)(?:#[a-zA-Z]+)?`", ARCHITECTURE).toList();

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named.stream().filter(name -> !types.contains(name))).isEmpty();
  }

  @Test
  void every_package_that_the_architecture_names_exists() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.substring("io.hangtag.".length()))
            .collect(toSet());

    List<String> named = found("`((?:bot|core|db)(?:\\.[a-z]+)+)`", ARCHITECTURE).toList();

    assertThat(named).hasSizeGreaterThan(10);
    assertThat(named.stream().filter(name -> !packages.contains(name))).isEmpty();
  }

  @Test
  void every_link_between_documents_leads_somewhere() {
    List<Path> broken =
        documents()
            .flatMap(
                document ->
                    found("\\]\\(([^)#:]+)(?:#[^)]*)?\\)", document)
                        .map(target -> document.resolveSibling(target).normalize()))
            .filter(target -> !Files.exists(target))
            .toList();

    assertThat(broken).isEmpty();
  }

  @Test
  void the_readme_lists_every_variable_and_no_other() {
    Set<String> read =
        Stream.concat(sources(), Stream.of(ROOT.resolve("hangtag")))
            .flatMap(file -> found("\\b(HANGTAG_[A-Z_]+[A-Z])\\b", file))
            .collect(toCollection(TreeSet::new));

    Set<String> listed =
        found("(?m)^\\| `(HANGTAG_[A-Z_]+)` \\|", README).collect(toCollection(TreeSet::new));

    assertThat(listed).containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void the_readme_lists_every_command_of_the_chat_menu() {
    Set<String> listed = found("(?m)^\\| `/([a-z]+)", README).collect(toSet());

    assertThat(listed).containsAll(Texts.commands().keySet());
  }

  private static Stream<Path> documents() {
    return Stream.concat(
        Stream.of(README, ROOT.resolve("CHANGELOG.md")), filesBelow(ROOT.resolve("docs"), ".md"));
  }

  private static Stream<Path> sources() {
    return Stream.of("db", "core", "bot")
        .flatMap(module -> filesBelow(ROOT.resolve(module).resolve("src/main/java"), ".java"));
  }

  private static Stream<Path> filesBelow(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the pattern's group is in this file, each time.
  private static Stream<String> found(String pattern, Path file) {
    try {
      return Pattern.compile(pattern)
          .matcher(Files.readString(file))
          .results()
          .map(match -> match.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
