package org.carbonpublicity.rating;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.Outbox;

@AnalyzeClasses(packages = "org.carbonpublicity.rating", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule RULES_ARE_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage(
              "..rating.scheme",
              "..rating.publication",
              "..rating.edition",
              "..rating.label",
              "..rating.toprunner",
              "..rating.simulation",
              "..rating.comparison",
              "..rating.improvement")
          .and()
          .areNotAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.math..",
              "java.time..",
              "java.util..",
              "org.jspecify..",
              "org.carbonpublicity.rating.scheme",
              "org.carbonpublicity.rating.publication",
              "org.carbonpublicity.rating.edition",
              "org.carbonpublicity.rating.label",
              "org.carbonpublicity.rating.toprunner",
              "org.carbonpublicity.rating.simulation",
              "org.carbonpublicity.rating.comparison",
              "org.carbonpublicity.rating.improvement")
          .because("how a footprint becomes a class must be tested and read without a framework");

  @ArchTest
  static final ArchRule FEATURES_KNOW_NO_SQL_AND_NO_HTTP =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..rating.scheme",
              "..rating.publication",
              "..rating.edition",
              "..rating.label",
              "..rating.toprunner",
              "..rating.simulation",
              "..rating.comparison",
              "..rating.improvement")
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
  static final ArchRule SCHEMES_AND_PUBLICATIONS_KNOW_NO_EDITIONS =
      noClasses()
          .that()
          .resideInAnyPackage("..rating.scheme..", "..rating.publication..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..rating.edition..")
          .because("an edition is made of both and neither needs it");

  @ArchTest
  static final ArchRule EDITIONS_KNOW_NOT_WHAT_FOLLOWS_THEM =
      noClasses()
          .that()
          .resideInAnyPackage("..rating.scheme..", "..rating.publication..", "..rating.edition..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..rating.label..", "..rating.toprunner..", "..rating.simulation..")
          .because("what must hold together with an edition follows it: EditionFollower");

  @ArchTest
  static final ArchRule TOP_RUNNERS_KNOW_NO_LABELS =
      noClasses()
          .that()
          .resideInAPackage("..rating.toprunner..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..rating.label..")
          .because("a label may certify a top runner, which is one without it");

  @ArchTest
  static final ArchRule SCHEMES_AND_PUBLICATIONS_KNOW_NOT_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("..rating.scheme..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..rating.publication..")
          .because("a scheme says nothing of what is published");

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
