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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vmn.dsl.tests.VmnInjectorProvider;

/**
 * Of each {@code x.in.vmn} in {@code language/format} the layout is {@code x.out.vmn}. Of every
 * file, the layout of its layout is itself, and has the same tokens.
 */
@ExtendWith(InjectionExtension.class)
@InjectWith(VmnInjectorProvider.class)
class FormatTest {

  @Inject private Language language;

  @TestFactory
  Stream<DynamicTest> laysOut() {
    return Language.files("format", ".in.vmn").stream()
        .map(f -> dynamicTest(f.getFileName().toString(), () -> compare(f)));
  }

  @TestFactory
  Stream<DynamicTest> changesBlanksOnlyAndThatOnce() {
    Stream<Path> others =
        Stream.of("format", "bad").flatMap(f -> Language.files(f, ".vmn").stream());
    return Stream.concat(GoodInputTest.all(), others)
        .map(f -> dynamicTest(f.toString(), () -> keeps(Language.read(f))));
  }

  @Test
  void leavesWhatCannotBeParsedAsItIs() {
    String text = "vm  a {  nik lan }";
    assertEquals(text, language.format(text));
  }

  @Test
  void endsFilesWithTheEndOfALine() {
    assertEquals("vm a\n", language.format("vm a   \n\n\n"));
    assertEquals("vm a\n", language.format("vm a"));
    assertEquals(
        "vm a\nvm b // c\n".replace(" //", "  //"), language.format("vm a\r\nvm b // c\r\n"));
    assertEquals("", language.format(" \n "));
  }

  private void compare(Path in) throws IOException {
    Path out = Path.of(in.toString().replace(".in.vmn", ".out.vmn"));
    String laidOut = language.format(Language.read(in));
    if (Boolean.getBoolean("vmn.update")) {
      Files.writeString(out, laidOut);
    }
    assertEquals(Language.read(out), laidOut);
  }

  private void keeps(String text) {
    String laidOut = language.format(text);
    assertEquals(language.tokens(text), language.tokens(laidOut));
    assertEquals(laidOut, language.format(laidOut));
  }
}
