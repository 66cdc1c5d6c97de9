package org.vmn.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Origin;

/** Which module may know what, and what no module may do. */
class ArchitectureTest {

  private static final String[] JAVA = {"java..", "org.jspecify.."};

  private static final String[] XTEXT = {
    "com.google.common..",
    "com.google.inject..",
    "jakarta.inject..",
    "org.antlr.runtime..",
    "org.apache.log4j..",
    "org.eclipse.emf..",
    "org.eclipse.xtend..",
    "org.eclipse.xtend2..",
    "org.eclipse.xtext.."
  };

  private static final String[] EDITORS = {"org.eclipse.xtext.ide..", "org.eclipse.lsp4j.."};

  private static final DescribedPredicate<JavaClass> RUNTIME = module("org.vmn.runtime");
  private static final DescribedPredicate<JavaClass> EDITOR_MODULE = module("org.vmn.dsl.ide");
  private static final DescribedPredicate<JavaClass> DSL =
      module("org.vmn.dsl").and(not(EDITOR_MODULE)).as("module dsl");
  private static final DescribedPredicate<JavaClass> GENERATOR = module("org.vmn.generator");

  private static JavaClasses handWritten;

  @BeforeAll
  static void read() {
    handWritten = Sources.handWrittenClasses();
  }

  @Test
  void runtimeKnowsNoLanguageAndNoVendor() {
    knows(
        RUNTIME, RUNTIME.or(library(JAVA)).or(library("com.google.gson..", "org.HdrHistogram..")));
  }

  @Test
  void dslKnowsOnlyTheValueTypesOfRuntime() {
    knows(
        DSL,
        DSL.or(module("org.vmn.runtime.value"))
            // Where in the text something was written: a value too.
            .or(type(Origin.class))
            .or(library(JAVA))
            .or(library(XTEXT).and(not(library(EDITORS)))));
  }

  @Test
  void generatorKnowsNoEditor() {
    knows(
        GENERATOR,
        GENERATOR
            .or(DSL)
            .or(RUNTIME)
            .or(library(JAVA))
            .or(
                library(
                    "picocli..", "com.google.gson..", "com.github.difflib..", "org.eclipse.elk.."))
            .or(library(XTEXT).and(not(library(EDITORS)))));
  }

  @Test
  void onlyCommandsKnowTheCommandLineLibrary() {
    ArchRuleDefinition.noClasses()
        .that(not(resideInAnyPackage("org.vmn.generator.cli..", "org.vmn.dsl.ide.server..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(handWritten);
  }

  @Test
  void onlyCommandsPrint() {
    ArchRuleDefinition.noClasses()
        .that(not(resideInAnyPackage("org.vmn.generator.cli..", "org.vmn.dsl.ide.server..")))
        .should(ACCESS_STANDARD_STREAMS)
        .check(handWritten);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.vmn.(**)").should().beFreeOfCycles().check(handWritten);
  }

  @Test
  void everyPackageIsNullMarkedAndSaysWhyItExists() {
    List<Path> unmarked =
        Sources.handWrittenPackages().filter(folder -> !Sources.isNullMarked(folder)).toList();
    assertEquals(List.of(), unmarked, "packages without a @NullMarked package-info.java");
  }

  private static void knows(
      DescribedPredicate<JavaClass> module, DescribedPredicate<JavaClass> allowed) {
    ArchRuleDefinition.classes()
        .that(module)
        .should()
        .onlyDependOnClassesThat(Sources.elementOf(allowed))
        .check(handWritten);
  }

  private static DescribedPredicate<JavaClass> module(String root) {
    return resideInAPackage(root + "..").as("module " + root);
  }

  private static DescribedPredicate<JavaClass> library(String... packages) {
    return resideInAnyPackage(packages);
  }
}
