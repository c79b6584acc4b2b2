package org.carbonpublicity.assessment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.Outbox;

@AnalyzeClasses(
    packages = "org.carbonpublicity.assessment",
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] FEATURES = {
    "..assessment.scoring",
    "..assessment.guideline",
    "..assessment.window",
    "..assessment.survey",
    "..assessment.enterprise",
    "..assessment.submission",
    "..assessment.result",
    "..assessment.review",
    "..assessment.conflict",
    "..assessment.evidence",
    "..assessment.carbontarget",
    "..assessment.training"
  };

  private static final String[] PLAIN =
      Stream.concat(
              Stream.of(
                  "java.lang..",
                  "java.math..",
                  "java.nio.charset..",
                  "java.security..",
                  "java.time..",
                  "java.util..",
                  "org.jspecify.."),
              Stream.of(FEATURES))
          .toArray(String[]::new);

  @ArchTest
  static final ArchRule SCORING_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage("..assessment.scoring..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.math..",
              "java.util..",
              "org.jspecify..",
              "org.carbonpublicity.assessment.scoring")
          .because("how answers become stars must be tested and read without a framework");

  @ArchTest
  static final ArchRule RULES_ARE_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage(FEATURES)
          .and()
          .areNotAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(PLAIN)
          .because(
              "what a submission or an assessment is does not hang on how it is kept or shown");

  @ArchTest
  static final ArchRule FILES_ARE_CHECKED_BY_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage("..assessment.evidence.file")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.lang..",
              "java.nio..",
              "java.security..",
              "java.text..",
              "java.util..",
              "javax.xml.stream..",
              "org.jspecify..",
              "org.carbonpublicity.assessment.evidence.file")
          .because("what a file says must be tested with files, without server and database");

  @ArchTest
  static final ArchRule FEATURES_KNOW_NO_SQL_AND_NO_HTTP =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "jakarta.persistence..", "jakarta.ws.rs..", "org.apache.kafka..")
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
  static final ArchRule SUBMISSIONS_KNOW_NO_RESULTS =
      noClasses()
          .that()
          .resideInAnyPackage("..assessment.submission..", "..assessment.guideline..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..assessment.result..")
          .because("receiving answers must not score them: that is left to the event");

  @ArchTest
  static final ArchRule ONLY_THE_HANDLER_SCORES =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Handler")
          .and()
          .doNotHaveSimpleName("Awards")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("Awards")
          .because(
              "scoring is triggered by what is told of a submission (that it was received, reviewed,"
                  + " or an appeal about it decided) and by nothing else");

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
