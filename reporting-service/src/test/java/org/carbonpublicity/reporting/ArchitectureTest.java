package org.carbonpublicity.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.enterprise.context.ApplicationScoped;

@AnalyzeClasses(packages = "org.carbonpublicity.reporting", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "org.carbonpublicity.reporting.";

  @ArchTest
  static final ArchRule figuresArePlainJava =
      classes()
          .that()
          .resideInAnyPackage(ROOT + "report", ROOT + "stars")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", ROOT + "report", ROOT + "stars")
          .because("what is published must be computable, and testable, without a container");

  @ArchTest
  static final ArchRule bestSellersArePlainJava =
      classes()
          .that()
          .resideInAPackage(ROOT + "sales")
          .and()
          .areNotAnnotatedWith(ApplicationScoped.class)
          .and()
          .haveSimpleNameNotEndingWith("_ClientProxy")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.eclipse.microprofile.openapi.annotations..",
              ROOT + "report",
              ROOT + "sales",
              ROOT + "sales.file")
          .because("who sells best must be computable, and testable, without a container");

  @ArchTest
  static final ArchRule dictionaryAndDataPackageArePlainJava =
      classes()
          .that()
          .resideInAPackage(ROOT + "opendata")
          .and()
          .areNotAnnotatedWith(ApplicationScoped.class)
          .and()
          .haveSimpleNameNotEndingWith("_ClientProxy")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", ROOT + "report", ROOT + "opendata")
          .because("what open data says of itself must be testable without a container");

  @ArchTest
  static final ArchRule openDataOnlyReads =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "opendata..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "edition..",
              ROOT + "stars..",
              ROOT + "sales..",
              "org.carbonpublicity.messaging..")
          .because("files follow from published editions, and no edition from a download");

  @ArchTest
  static final ArchRule viewsAndUpdatesArePlainJava =
      classes()
          .that()
          .resideInAnyPackage(ROOT + "view", ROOT + "update")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", ROOT + "report", ROOT + "view", ROOT + "update")
          .because("what is asked, and who is told what, must be testable without a container");

  @ArchTest
  static final ArchRule figuresDoNotReadClocks =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "report",
              ROOT + "stars",
              ROOT + "sales",
              ROOT + "opendata..",
              ROOT + "view",
              ROOT + "update")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .because("an edition computed again must come out the same");

  @ArchTest
  static final ArchRule figuresAreExact =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "report",
              ROOT + "stars",
              ROOT + "sales",
              ROOT + "opendata..",
              ROOT + "view",
              ROOT + "update")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(Double.class.getName())
          .because("shares and means are decided on exact numbers and rounded half up for display");

  @ArchTest
  static final ArchRule onlyEventsComeIn =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "report.api..", ROOT + "view..", ROOT + "update..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "edition..",
              ROOT + "stars..",
              ROOT + "sales..",
              "org.carbonpublicity.messaging..")
          .because("readers never cause a materialization: it follows from events alone");

  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      SlicesRuleDefinition.slices()
          .matching(ROOT + "(*)..")
          .should()
          .beFreeOfCycles()
          .because("ratings and stars feed reports, and never the other way round");
}
