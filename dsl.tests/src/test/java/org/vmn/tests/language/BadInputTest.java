package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vmn.dsl.tests.VmnInjectorProvider;

/**
 * Every wrong file in {@code language/bad} says itself what is wrong with it, and where. Run with
 * {@code -Dvmn.update=true} to have it said anew, and read what has changed.
 */
@ExtendWith(InjectionExtension.class)
@InjectWith(VmnInjectorProvider.class)
class BadInputTest {

  @Inject private Language language;

  @TestFactory
  Stream<DynamicTest> saysWhatIsWrongAndWhere() {
    return Language.files("bad", ".vmn").stream()
        .map(f -> dynamicTest(f.getFileName().toString(), () -> check(f)));
  }

  private void check(Path file) throws IOException {
    String text = Language.read(file);
    String drawn = Marks.draw(file, text, language);
    if (Boolean.getBoolean("vmn.update")) {
      Files.writeString(file, drawn);
    } else {
      assertEquals(text, drawn);
    }
  }
}
