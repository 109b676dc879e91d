import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Holds every Java file to google-java-format: `check` names those that differ and fails, `apply`
/// rewrites them.
final class Format {

  private static final List<String> SOURCES = List.of(".build", "db/src", "core/src", "bot/src");
  private static final Formatter FORMATTER = new Formatter();

  public static void main(String[] args) throws Exception {
    boolean apply = args.length == 1 && args[0].equals("apply");
    List<Path> different = new ArrayList<>();
    for (Path file : javaFiles()) {
      String source = Files.readString(file);
      String formatted = format(source);
      if (!formatted.equals(source)) {
        different.add(file);
        if (apply) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!different.isEmpty()) {
      String verb =
          apply ? "Formatted " : "Not in google-java-format (mvn verify -Dformat=apply): ";
      different.forEach(file -> System.err.println(verb + file));
      System.exit(apply ? 0 : 1);
    }
  }

  private static String format(String source) throws Exception {
    String ordered = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
    return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
  }

  private static List<Path> javaFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : SOURCES.stream().map(Path::of).filter(Files::isDirectory).toList()) {
      try (Stream<Path> walk = Files.walk(root)) {
        walk.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
