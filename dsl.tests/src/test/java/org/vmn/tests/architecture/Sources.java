package org.vmn.tests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What people wrote, as opposed to what Xtext generates into the same packages. */
final class Sources {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Generated classes are compiled from elsewhere: no source of theirs lies here. */
  private static final List<Path> FOLDERS =
      Stream.of("runtime", "dsl", "generator", "dsl.ide")
          .flatMap(module -> Stream.of(module + "/src/main/java", module + "/src/main/xtend"))
          .map(ROOT::resolve)
          .filter(Files::exists)
          .toList();

  private Sources() {}

  /** The classes of the product, and none of those that Xtext generates. */
  static JavaClasses handWrittenClasses() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.vmn")
        .that(DescribedPredicate.describe("hand-written", Sources::isHandWritten));
  }

  /** Judges an array by its elements, and lets primitives pass: they have no package. */
  static DescribedPredicate<JavaClass> elementOf(DescribedPredicate<JavaClass> allowed) {
    return DescribedPredicate.describe(
        allowed.getDescription(),
        type ->
            type.getBaseComponentType().isPrimitive() || allowed.test(type.getBaseComponentType()));
  }

  /** The folders of all packages that hold sources, those of tests too, relative to the root. */
  static Stream<Path> handWrittenPackages() {
    return Stream.concat(FOLDERS.stream(), Stream.of(ROOT.resolve("dsl.tests/src/test/java")))
        .flatMap(Sources::walk)
        .filter(file -> file.toString().endsWith(".java"))
        .map(file -> ROOT.relativize(file.getParent()))
        .distinct()
        .sorted();
  }

  static boolean isNullMarked(Path folder) {
    Path file = ROOT.resolve(folder).resolve("package-info.java");
    try {
      return Files.exists(file) && Files.readString(file).contains("@NullMarked");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHandWritten(JavaClass type) {
    String outermost = type.getName().replaceFirst("\\$.*", "").replace('.', '/');
    return FOLDERS.stream()
        .anyMatch(folder ->
            Files.exists(folder.resolve(outermost + ".java"))
                || Files.exists(folder.resolve(outermost + ".xtend")));
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
