import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Writes jOOQ's classes for the schema that the migrations make, by migrating a throwaway
/// PostgreSQL. Does nothing while migrations, generator and jOOQ are what they were.
///
/// Arguments: folder of the migrations, target folder, jOOQ's version.
final class GenerateSchema {

  private static final String PACKAGE = "io.hangtag.db.schema";

  public static void main(String[] args) throws Exception {
    Path migrations = Path.of(args[0]);
    Path target = Path.of(args[1]);
    Path stamp = target.resolve("generated-from.sha256");
    String inputs = hash(migrations, args[2]);
    if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
      return;
    }
    delete(target);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      Flyway.configure()
          .dataSource(postgres.getPostgresDatabase())
          .locations("filesystem:" + migrations)
          .load()
          .migrate();
      GenerationTool.generate(configuration(postgres.getJdbcUrl("postgres", "postgres"), target));
    }
    Files.writeString(
        target.resolve(PACKAGE.replace('.', '/')).resolve("package-info.java"),
        "/// The schema as jOOQ sees it. Written by the build; not null-marked, as jOOQ is not.\n"
            + "@org.jspecify.annotations.NullUnmarked\n"
            + "package "
            + PACKAGE
            + ";\n");
    Files.writeString(stamp, inputs);
  }

  private static Configuration configuration(String url, Path target) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url).withUser("postgres"))
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withInputSchema("public")
                        .withOutputSchemaToDefault(true)
                        .withIncludeRoutines(false)
                        .withTableValuedFunctionsAsTables(false)
                        .withExcludes("flyway_schema_history")
                        .withForcedTypes(
                            new ForcedType()
                                .withName("INSTANT")
                                .withIncludeTypes("timestamptz|timestamp with time zone")))
                .withGenerate(
                    new Generate()
                        .withRecords(false)
                        .withComments(false)
                        .withIndexes(false)
                        .withDeprecationOnUnknownTypes(false)
                        .withImplicitJoinPathsToMany(false))
                .withTarget(
                    new Target().withPackageName(PACKAGE).withDirectory(target.toString())));
  }

  private static String hash(Path migrations, String jooqVersion) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(jooqVersion.getBytes(StandardCharsets.UTF_8));
    digest.update(Files.readAllBytes(migrations.resolve("../../../../build/GenerateSchema.java")));
    for (Path file : filesBelow(migrations)) {
      digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder()).forEach(paths::add);
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
