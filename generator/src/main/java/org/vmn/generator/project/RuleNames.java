package org.vmn.generator.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.imports.Library;

/**
 * Rules that a project sets the level of are somewhere: in a network, in the library, or in another
 * file below the project's folder, since one project may have many networks.
 */
public final class RuleNames {
  private static final int MOST_FILES = 2_000;
  private static final int MOST_FOLDERS = 16;
  private static final long MOST_BYTES = 1 << 20;
  private static final Pattern RULE = Pattern.compile("\\brule\\s+\"((?:\\\\.|[^\"\\\\\\n])*)\"");

  private RuleNames() {}

  /**
   * What no file has; nothing where there are too many files to look into.
   *
   * @param project the project's file
   * @param name what it is called in messages
   * @param loaded the texts of the files of the network
   */
  public static List<Problem> unknown(
      Settings settings, Path project, String name, List<String> loaded) {
    Set<String> left = new TreeSet<>(settings.rules().keySet());
    Set<String> known = new TreeSet<>();
    loaded.forEach(text -> known.addAll(rules(text)));
    Library.texts().forEach(text -> known.addAll(rules(text)));
    left.removeAll(known);
    Path folder = project.toAbsolutePath().getParent();
    if (left.isEmpty() || folder == null || !addBelow(folder, known)) {
      return List.of();
    }
    left.removeAll(known);
    String text = ProjectFile.text(project);
    List<Problem> problems = new ArrayList<>();
    left.forEach(rule -> problems.add(SettingsReader.noSuchRule(name, text, rule, known)));
    return problems;
  }

  /** Whether all files were looked into. */
  private static boolean addBelow(Path folder, Set<String> known) {
    try (Stream<Path> files = Files.walk(folder, MOST_FOLDERS)) {
      List<Path> all = files.limit(MOST_FILES + 1L).toList();
      List<Path> sources =
          all.stream()
              .filter(f -> f.toString().endsWith(".vmn"))
              .filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
              .toList();
      for (Path source : sources) {
        if (Files.size(source) > MOST_BYTES) {
          return false;
        }
        known.addAll(rules(Files.readString(source)));
      }
      return all.size() <= MOST_FILES;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static List<String> rules(String text) {
    return RULE.matcher(text).results().map(m -> m.group(1)).toList();
  }
}
