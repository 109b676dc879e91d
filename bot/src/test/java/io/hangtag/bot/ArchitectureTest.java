package io.hangtag.bot;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import io.hangtag.core.Core;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TransactionalCallable;
import org.jooq.TransactionalRunnable;
import org.junit.jupiter.api.Test;

/// The boundaries of the source tree, as `docs/ARCHITECTURE.md` draws them.
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ArchitectureTest::isProduct)
          .importPackages("io.hangtag");

  private static final DescribedPredicate<JavaClass> QUERIES =
      describe(
          "Queries classes", javaClass -> outermost(javaClass).getSimpleName().endsWith("Queries"));

  private static final DescribedPredicate<JavaClass> MAIN =
      describe("Main", javaClass -> outermost(javaClass).getName().equals("io.hangtag.bot.Main"));

  @Test
  void the_rules_see_the_classes_of_each_module() {
    assertThat(countIn("io.hangtag.db")).isGreaterThan(10);
    assertThat(countIn("io.hangtag.db.schema..")).isGreaterThan(15);
    assertThat(countIn("io.hangtag.core..")).isGreaterThan(70);
    assertThat(countIn("io.hangtag.bot..")).isGreaterThan(150);
    assertThat(countIn("io.hangtag.bot.playground..")).isGreaterThan(60);
    assertThat(countIn("io.hangtag.bot.telegram..")).isGreaterThan(12);
    assertThat(ALL.that(QUERIES)).hasSizeGreaterThan(8);
    assertThat(ALL.stream().filter(javaClass -> outermost(javaClass).getName().endsWith("Test")))
        .isEmpty();
  }

  @Test
  void the_bot_reaches_the_database_through_the_core_only() {
    noClasses()
        .that()
        .resideInAPackage("io.hangtag.bot..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.hangtag.db..",
            "org.jooq..",
            "java.sql..",
            "javax.sql..",
            "org.flywaydb..",
            "org.postgresql..",
            "com.zaxxer..")
        .check(ALL);
  }

  @Test
  void only_the_telegram_package_knows_the_telegram_library() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.hangtag.bot.telegram..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.telegram..", "okhttp3..")
        .check(ALL);
  }

  @Test
  void the_playground_stands_for_itself() {
    classes()
        .that()
        .resideInAPackage("io.hangtag.bot.playground..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "io.hangtag.bot.playground..",
                "java..",
                "javax.imageio..",
                "com.sun.net.httpserver..",
                "com.fasterxml.jackson..",
                "com.google.errorprone.annotations..",
                "org.jspecify..",
                "org.slf4j.."))
        .check(ALL);
  }

  @Test
  void the_core_depends_on_the_database_and_a_few_libraries() {
    classes()
        .that()
        .resideInAPackage("io.hangtag.core..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "io.hangtag.core..",
                "io.hangtag.db..",
                "java..",
                "javax.imageio..",
                "com.fasterxml.jackson..",
                "com.github.benmanes.caffeine..",
                "com.google.errorprone.annotations..",
                "de.siegmar.fastcsv..",
                "org.apache.commons.rng..",
                "org.apache.commons.statistics..",
                "org.jooq..",
                "org.jspecify..",
                "org.slf4j.."))
        .check(ALL);
  }

  @Test
  void the_database_module_knows_nobody_above_it() {
    noClasses()
        .that()
        .resideInAPackage("io.hangtag.db..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.hangtag.core..", "io.hangtag.bot..")
        .check(ALL);
  }

  @Test
  void sql_is_written_in_queries_classes_only() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.hangtag.db..")
        .and(not(QUERIES))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.hangtag.db.schema..", "org.jooq.impl..")
        .check(ALL);
  }

  @Test
  void outside_of_queries_classes_jooq_only_opens_transactions() {
    classes()
        .that()
        .resideOutsideOfPackage("io.hangtag.db..")
        .and(not(QUERIES))
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("org.jooq..")).or(type(DSLContext.class)).or(type(JSONB.class)))
        .check(ALL);
  }

  @Test
  void outside_of_queries_classes_no_sql_is_run() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.hangtag.db..")
        .and(not(QUERIES))
        .should()
        .callMethodWhere(describe("SQL is run", ArchitectureTest::runsSql))
        .check(ALL);
  }

  /// The form that passes a configuration does not join the transaction that the thread has open.
  @Test
  void transactions_belong_to_their_thread() {
    noClasses()
        .should()
        .callMethodWhere(
            describe("a configuration is passed", ArchitectureTest::passesConfiguration))
        .check(ALL);
  }

  @Test
  void queries_classes_stay_inside_their_package() {
    classes().that().haveSimpleNameEndingWith("Queries").should().bePackagePrivate().check(ALL);
  }

  @Test
  void no_two_areas_of_the_core_depend_on_each_other_in_a_circle() {
    slices().matching("io.hangtag.core.(**)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void no_two_packages_of_the_bot_depend_on_each_other_in_a_circle() {
    slices().matching("io.hangtag.bot.(**)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void areas_of_the_core_do_not_know_the_door_to_them() {
    noClasses()
        .that()
        .resideInAPackage("io.hangtag.core.(*)..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.hangtag.core")
        .check(ALL);
  }

  @Test
  void what_people_do_in_chat_does_not_know_how_the_bot_is_put_together() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.hangtag.bot.chat..", "io.hangtag.bot.demo..", "io.hangtag.bot.telegram..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.hangtag.bot")
        .check(ALL);
  }

  @Test
  void only_main_prints() {
    noClasses().that(not(MAIN)).should(ACCESS_STANDARD_STREAMS).check(ALL);
  }

  @Test
  void only_main_ends_the_process() {
    noClasses()
        .that(not(MAIN))
        .should()
        .callMethodWhere(describe("the process is ended", ArchitectureTest::endsTheProcess))
        .check(ALL);
  }

  @Test
  void services_of_the_core_are_made_in_core_only() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Core.class)
        .should()
        .callConstructorWhere(describe("a service is made", ArchitectureTest::makesService))
        .check(ALL);
  }

  private static boolean isProduct(Location location) {
    return !location.contains("/test-classes/") && !location.contains("-tests.jar");
  }

  private static long countIn(String packages) {
    return ALL.that(resideInAPackage(packages)).size();
  }

  private static JavaClass outermost(JavaClass javaClass) {
    return javaClass.getEnclosingClass().map(ArchitectureTest::outermost).orElse(javaClass);
  }

  private static boolean runsSql(JavaMethodCall call) {
    return call.getTargetOwner().isAssignableTo(DSLContext.class)
        && !call.getName().startsWith("transaction");
  }

  private static boolean passesConfiguration(JavaMethodCall call) {
    return call.getTarget().getRawParameterTypes().stream()
        .anyMatch(
            parameter ->
                parameter.isEquivalentTo(TransactionalCallable.class)
                    || parameter.isEquivalentTo(TransactionalRunnable.class));
  }

  private static boolean endsTheProcess(JavaMethodCall call) {
    return (call.getTargetOwner().isEquivalentTo(System.class)
            || call.getTargetOwner().isEquivalentTo(Runtime.class))
        && (call.getName().equals("exit") || call.getName().equals("halt"));
  }

  /// A service is what works on the database without writing SQL itself.
  private static boolean makesService(JavaConstructorCall call) {
    JavaClass made = call.getTargetOwner();
    return made.getPackageName().startsWith("io.hangtag.core")
        && !QUERIES.test(made)
        && call.getTarget().getRawParameterTypes().stream()
            .anyMatch(parameter -> parameter.isAssignableTo(DSLContext.class));
  }
}
