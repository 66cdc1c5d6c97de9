package org.vmn.generator.project;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.runtime.network.Origin;

/** Reads {@code vmn.json}, whose schema is {@code vmn.schema.json} beside this class. */
public final class SettingsReader {
  private static final List<String> MEMBERS = List.of("$schema", "levels", "rules");
  private static final List<String> LEVELS =
      Arrays.stream(Level.values()).map(Level::word).toList();

  private final String file;
  private final String text;
  private final List<Problem> problems = new ArrayList<>();

  private SettingsReader(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * @param file what it is called in messages
   */
  public static Settings read(String file, String text) {
    return new SettingsReader(file, text).settings();
  }

  /** Of a level for a rule that is in none of the files. */
  static Problem noSuchRule(String file, String text, String rule, Set<String> known) {
    String message = "there is no rule " + Messages.quoted(rule);
    Problem problem = new SettingsReader(file, text).problem(rule, message);
    return Suggestions.nearest(rule, known)
        .map(n -> problem.help("did you mean " + Messages.quoted(n) + "?"))
        .orElseGet(() -> problem.help("write the text of a rule as it stands behind `rule`"));
  }

  private Settings settings() {
    JsonElement root;
    try {
      root = JsonParser.parseString(text);
    } catch (JsonParseException e) {
      problems.add(problem("", "this is not JSON").help(reason(e)));
      return new Settings(Map.of(), Map.of(), problems);
    }
    if (!(root instanceof JsonObject object)) {
      problems.add(
          problem("", "this is not a JSON object")
              .help("write for instance `{ \"levels\": { \"VMN6013\": \"off\" } }`"));
      return new Settings(Map.of(), Map.of(), problems);
    }
    for (String member : object.keySet()) {
      if (!MEMBERS.contains(member)) {
        problems.add(
            problem(member, "there is no setting " + Messages.quoted(member))
                .help("a project file takes " + Messages.allOf(MEMBERS)));
      }
    }
    Map<Code, Level> codes = new EnumMap<>(Code.class);
    levels(object, "levels").forEach((id, level) -> code(id, level, codes));
    return new Settings(codes, levels(object, "rules"), problems);
  }

  /** In the parser's words: without its class, and without the path, which may be long. */
  private static String reason(JsonParseException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst("^[\\w.]+Exception: ", "")
        .replaceFirst("(?s)(\n| path ).*", "");
  }

  private void code(String id, Level level, Map<Code, Level> codes) {
    Code code = Code.find(id).orElse(null);
    if (code == null) {
      List<String> known =
          Arrays.stream(Code.values()).filter(Code::isNegotiable).map(Code::id).toList();
      String near =
          Suggestions.nearest(id, known).map(n -> "; did you mean `" + n + "`?").orElse("");
      problems.add(problem(id, "there is no diagnostic " + Messages.quoted(id) + near));
    } else if (code.isNegotiable()) {
      codes.put(code, level);
    } else {
      problems.add(
          problem(id, "`" + code.id() + "` is always an error")
              .help("nothing can be made of a file with it; mend the file"));
    }
  }

  private Map<String, Level> levels(JsonObject object, String member) {
    Map<String, Level> levels = new LinkedHashMap<>();
    JsonElement all = object.get(member);
    if (all instanceof JsonObject entries) {
      for (Map.Entry<String, JsonElement> entry : entries.entrySet()) {
        Level level =
            entry.getValue() instanceof JsonPrimitive word
                ? Level.find(word.getAsString()).orElse(null)
                : null;
        if (level == null) {
          problems.add(
              problem(entry.getKey(), Messages.quoted(entry.getValue().toString()) + " is no level")
                  .help("levels are " + Messages.allOf(LEVELS)));
        } else {
          levels.put(entry.getKey(), level);
        }
      }
    } else if (all != null) {
      problems.add(problem(member, Messages.quoted(member) + " is not an object of levels"));
    }
    return levels;
  }

  /** At the member's name, where it first stands. */
  private Problem problem(String member, String message) {
    int at = Math.max(0, text.indexOf("\"" + member + "\""));
    String before = text.substring(0, at);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = 1 + at - (before.lastIndexOf('\n') + 1);
    int length = member.isEmpty() ? 1 : member.length() + 2;
    return Problem.of(
        Code.BAD_SETTING, new Origin(file, line, column, line, column + length, null), message);
  }
}
