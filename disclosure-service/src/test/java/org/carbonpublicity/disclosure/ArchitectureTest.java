package org.carbonpublicity.disclosure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.Outbox;

@AnalyzeClasses(
    packages = "org.carbonpublicity.disclosure",
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String USE_CASE = "jakarta.enterprise.context.ApplicationScoped";

  private static final String[] FEATURES = {
    "..disclosure.batch",
    "..disclosure.brand",
    "..disclosure.correction",
    "..disclosure.enterprise",
    "..disclosure.feedback",
    "..disclosure.footprint",
    "..disclosure.form",
    "..disclosure.model",
    "..disclosure.notification",
    "..disclosure.outlier",
    "..disclosure.publication",
    "..disclosure.recalculation",
    "..disclosure.registration"
  };

  @ArchTest
  static final ArchRule THE_CALCULATION_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage("..disclosure.footprint")
          .and()
          .areNotAnnotatedWith(USE_CASE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.math..",
              "java.time..",
              "java.util..",
              "org.jspecify..",
              "org.carbonpublicity.disclosure.footprint",
              "org.carbonpublicity.disclosure.model")
          .because("how a vehicle becomes a footprint must be tested and read without a framework");

  @ArchTest
  static final ArchRule FORMS_NEED_FILES_AND_NOTHING_ELSE =
      classes()
          .that()
          .resideInAPackage("..disclosure.form")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.io..",
              "java.math..",
              "java.nio..",
              "java.text..",
              "java.time..",
              "java.util..",
              "javax.xml.stream..",
              "org.jspecify..",
              "de.siegmar.fastcsv..",
              "org.dhatim.fastexcel..",
              "org.apache.commons.compress..",
              "com.fasterxml.aalto..",
              "org.carbonpublicity.disclosure.form",
              "org.carbonpublicity.disclosure.model")
          .because("what a file says must be tested with files, without server and database");

  @ArchTest
  static final ArchRule RULES_ARE_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage(
              "..disclosure.batch",
              "..disclosure.brand",
              "..disclosure.enterprise",
              "..disclosure.feedback",
              "..disclosure.model",
              "..disclosure.notification",
              "..disclosure.outlier",
              "..disclosure.publication",
              "..disclosure.recalculation")
          .and()
          .areNotAnnotatedWith(USE_CASE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.math..",
              "java.text..",
              "java.time..",
              "java.util..",
              "org.jspecify..",
              "org.carbonpublicity.disclosure.batch",
              "org.carbonpublicity.disclosure.brand",
              "org.carbonpublicity.disclosure.enterprise",
              "org.carbonpublicity.disclosure.feedback",
              "org.carbonpublicity.disclosure.footprint",
              "org.carbonpublicity.disclosure.form",
              "org.carbonpublicity.disclosure.model",
              "org.carbonpublicity.disclosure.notification",
              "org.carbonpublicity.disclosure.outlier",
              "org.carbonpublicity.disclosure.publication")
          .because("what a batch or a model is does not hang on how it is kept or shown");

  @ArchTest
  static final ArchRule FEATURES_KNOW_NO_SQL_AND_NO_HTTP =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "jakarta.persistence..",
              "jakarta.ws.rs..",
              "org.apache.kafka..",
              "org.carbonpublicity.disclosure.http",
              "org.carbonpublicity.disclosure.jdbc")
          .because("use cases say what happens; persistence, api and events say how");

  @ArchTest
  static final ArchRule ONLY_EVENTS_TALK_TO_MESSAGING =
      noClasses()
          .that()
          .resideOutsideOfPackage("..events")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Outbox.class, EventHandler.class)
          .because("what is heard and told is found in one place per feature");

  @ArchTest
  static final ArchRule HTTP_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAnyPackage("..disclosure.http", "..disclosure.jdbc", "..disclosure.worker")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..disclosure.batch..",
              "..disclosure.brand..",
              "..disclosure.correction..",
              "..disclosure.enterprise..",
              "..disclosure.feedback..",
              "..disclosure.footprint..",
              "..disclosure.form..",
              "..disclosure.model..",
              "..disclosure.notification..",
              "..disclosure.outlier..",
              "..disclosure.publication..",
              "..disclosure.recalculation..")
          .because("each feature answers for itself; what they share knows none of them");

  @ArchTest
  static final ArchRule FORMS_AND_FOOTPRINTS_KNOW_NO_ROUND =
      noClasses()
          .that()
          .resideInAnyPackage("..disclosure.form..", "..disclosure.footprint..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..disclosure.batch..",
              "..disclosure.brand..",
              "..disclosure.correction..",
              "..disclosure.enterprise..",
              "..disclosure.feedback..",
              "..disclosure.publication..",
              "..disclosure.recalculation..",
              "..disclosure.model.persistence..",
              "..disclosure.model.api..")
          .because("a footprint is the same in a batch, in feedback and in a what-if");

  @ArchTest
  static final ArchRule BATCHES_AND_ENTERPRISES_KNOW_NO_OTHER_FEATURE =
      noClasses()
          .that()
          .resideInAnyPackage("..disclosure.batch..", "..disclosure.enterprise..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..disclosure.correction..",
              "..disclosure.feedback..",
              "..disclosure.footprint..",
              "..disclosure.form..",
              "..disclosure.model..",
              "..disclosure.notification..",
              "..disclosure.outlier..",
              "..disclosure.publication..",
              "..disclosure.recalculation..")
          .because("all others stand on them");

  @ArchTest
  static final ArchRule RESOURCES_ARE_NOT_TRANSACTIONAL =
      noClasses()
          .that()
          .resideInAPackage("..api")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.transaction..", "java.sql..")
          .because("a transaction belongs to a use case, not to the request that asks for it");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Common|Data|Info|Service)$")
          .because("such a suffix hides what the class is for");
}
