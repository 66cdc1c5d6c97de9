package org.vmn.dsl.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages that explain diagnostics: Markdown, each with a wrong example and a mended one. */
public final class Pages {
  private Pages() {}

  /**
   * A page.
   *
   * @param title what is wrong, in a few words
   * @param text all of it, the title included
   */
  public record Page(Code code, String title, String text) {}

  /** The page of a code; each has one. */
  public static Page of(Code code) {
    String text = read(code.id() + ".md");
    String title = text.lines().findFirst().orElse("").replaceFirst("^# " + code.id() + ": ", "");
    return new Page(code, title, text);
  }

  private static String read(String file) {
    try (InputStream in = Pages.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no page " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
