package org.vmn.dsl.imports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vmn.dsl.diagnostics.Suggestions;

/**
 * Which module of the library declares a name, told from its text: for those who forgot to import
 * it, without loading what they may not want.
 */
public final class LibraryNames {
  private static final Pattern DECLARATION =
      Pattern.compile("^(image|service|template) ([A-Za-z_][\\w-]*)", Pattern.MULTILINE);

  private LibraryNames() {}

  private static final class Index {
    static final Map<String, String> MODULES = read();
  }

  /**
   * The module, such as {@code std.services}.
   *
   * @param keyword what the declaration begins with: {@code image}, {@code service}, {@code
   *     template}
   */
  public static Optional<String> moduleOf(String keyword, String name) {
    return Optional.ofNullable(Index.MODULES.get(keyword + " " + name));
  }

  /** The name that the library has for what a name that it hasn't may mean: {@code debian12}. */
  public static Optional<String> nearest(String keyword, String name) {
    List<String> known =
        Index.MODULES.keySet().stream()
            .filter(k -> k.startsWith(keyword + " "))
            .map(k -> k.substring(keyword.length() + 1))
            .sorted(Comparator.reverseOrder())
            .toList();
    return known.stream()
        .filter(k -> k.startsWith(name) && k.substring(name.length()).matches("\\d+"))
        .findFirst()
        .or(() -> Suggestions.nearest(name, known));
  }

  private static Map<String, String> read() {
    Map<String, String> modules = new HashMap<>();
    for (String module : Library.modules()) {
      Matcher declaration = DECLARATION.matcher(Library.text(module));
      while (declaration.find()) {
        modules.putIfAbsent(declaration.group(1) + " " + declaration.group(2), module);
      }
    }
    return modules;
  }
}
