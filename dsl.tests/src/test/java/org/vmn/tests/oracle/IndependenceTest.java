package org.vmn.tests.oracle;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** The second engine shares no code with the first: only what compares both knows both. */
class IndependenceTest {
  private static final String COMPARING =
      ".*\\.oracle\\.(Comparison|Walking|Samples|Borders|.*Test)(\\$.*)?";

  @Test
  void onlyComparisonsKnowTheFirstEngine() {
    JavaClasses classes = new ClassFileImporter().importPackages("org.vmn.tests.oracle");
    ArchRuleDefinition.classes()
        .that()
        .haveNameNotMatching(COMPARING)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "jdd..",
            "org.jspecify..",
            // Which networks are sound at all.
            "org.vmn.runtime.config..",
            "org.vmn.runtime.network..",
            "org.vmn.runtime.value..",
            "org.vmn.tests.oracle..")
        .check(classes);
  }
}
