package org.vmn.tests.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ways in which people get a program wrong. Comments are left alone. */
enum Mutator {
  /** Two letters of a word change places. */
  SWAP_LETTERS("[A-Za-z_][\\w-]{3,}") {
    @Override
    String replace(String text, Random random) {
      int at = random.nextInt(text.length() - 1);
      return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }
  },
  /** A letter too many. */
  ADD_LETTER("[A-Za-z_][\\w-]*") {
    @Override
    String replace(String text, Random random) {
      int at = random.nextInt(text.length()) + 1;
      return text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at);
    }
  },
  /** A letter is missing. */
  DROP_LETTER("[A-Za-z_][\\w-]{2,}") {
    @Override
    String replace(String text, Random random) {
      int at = random.nextInt(text.length());
      return text.substring(0, at) + text.substring(at + 1);
    }
  },
  /** A whole token is missing. */
  DROP_TOKEN("[\\w.:/-]*\\w|->|[={}:,\\[\\]]") {
    @Override
    String replace(String text, Random random) {
      return "";
    }
  },
  /** The same word twice. */
  DOUBLE_TOKEN("[A-Za-z_][\\w-]*|->|[={:,]") {
    @Override
    String replace(String text, Random random) {
      return text + " " + text;
    }
  },
  /** A number far out of bounds, or of too many digits. */
  HUGE_NUMBER("\\b\\d+\\b") {
    @Override
    String replace(String text, Random random) {
      return text + "0000000000".substring(random.nextInt(5));
    }
  },
  /** A unit in the wrong case, or of something else. */
  WRONG_UNIT("(?<=\\d )(?:[KMGT]iB|[KMG]?bps|ms|us|min|s|req/s|%)") {
    @Override
    String replace(String text, Random random) {
      return random.nextBoolean() ? text.toUpperCase(Locale.ROOT) + "x" : "V";
    }
  },
  /** An address that is none. */
  BAD_ADDRESS("\\d+\\.\\d+\\.\\d+\\.\\d+(?:/\\d+)?") {
    @Override
    String replace(String text, Random random) {
      return random.nextBoolean() ? "300" + text.substring(text.indexOf('.')) : text + ".1";
    }
  },
  /** A character that nobody meant to type. */
  STRAY_CHARACTER("(?<=\\s)\\S") {
    @Override
    String replace(String text, Random random) {
      return "@#$^&~?".charAt(random.nextInt(7)) + text;
    }
  },
  /** A quote that opens and never closes, or the other way round. */
  LOST_QUOTE("\"") {
    @Override
    String replace(String text, Random random) {
      return "";
    }
  },
  /** A word of the language in another's place. */
  OTHER_KEYWORD("\\b(?:nic|subnet|runs|cpu|memory|ports|on|gateway|reaches|default|via|vlan)\\b") {
    @Override
    String replace(String text, Random random) {
      List<String> words = List.of("snat", "zone", "expect", "split", "crosses", "check", "uplink");
      return words.get(random.nextInt(words.size()));
    }
  },
  /** Two words that follow one another change places. */
  SWAP_WORDS("[A-Za-z_][\\w-]* [A-Za-z_][\\w-]*") {
    @Override
    String replace(String text, Random random) {
      int blank = text.indexOf(' ');
      return text.substring(blank + 1) + " " + text.substring(0, blank);
    }
  },
  /** A unit of another dimension. */
  OTHER_UNIT("(?<=\\d )(?:[KMGT]iB|[KMG]?bps|ms|us|min|s|req/s)\\b") {
    @Override
    String replace(String text, Random random) {
      return text.endsWith("B") ? "Gbps" : text.endsWith("bps") ? "ms" : "GiB";
    }
  },
  /** Letters of other scripts, signs that look like those of the language, marks of no width. */
  FOREIGN_CHARACTER("\\S") {
    @Override
    String replace(String text, Random random) {
      List<String> foreign =
          List.of("é", "Ж", "网", "\uD83D\uDE00", "“", "–", "\u00A0", "\u200B", "\u202E", "\0");
      return text + foreign.get(random.nextInt(foreign.size()));
    }
  },
  /** A brace that nothing opened. */
  EXTRA_BRACE("[{}]") {
    @Override
    String replace(String text, Random random) {
      return text + " }";
    }
  },
  /** A line twice. */
  DOUBLE_LINE("(?m)^[^\n]*\\S[^\n]*\n") {
    @Override
    String replace(String text, Random random) {
      return text + text;
    }
  },
  /** A brace of a block is missing: which line lacks it, nobody can know. */
  LOST_BRACE("[{}]", false) {
    @Override
    String replace(String text, Random random) {
      return "";
    }
  },
  /** A line is missing. */
  DROP_LINE("(?m)^[^\n]*\\S[^\n]*\n", false) {
    @Override
    String replace(String text, Random random) {
      return "";
    }
  },
  /** The rest of the file is missing. */
  CUT_OFF("(?s)\\S.*", false) {
    @Override
    String replace(String text, Random random) {
      return text.substring(0, random.nextInt(text.length()));
    }
  },
  /** Three characters anywhere become others. */
  NOISE("(?s)...", false) {
    @Override
    String replace(String text, Random random) {
      StringBuilder noise = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        noise.append((char) (' ' + random.nextInt(95)));
      }
      return noise.toString();
    }
  };

  private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  private final Pattern pattern;
  private final boolean hasPlace;

  Mutator(String pattern) {
    this(pattern, true);
  }

  Mutator(String pattern, boolean hasPlace) {
    this.pattern = Pattern.compile(pattern);
    this.hasPlace = hasPlace;
  }

  /** Whether one line is wrong afterwards, and can be told so. */
  boolean hasPlace() {
    return hasPlace;
  }

  abstract String replace(String text, Random random);

  /**
   * A program that went wrong.
   *
   * @param line the first that was corrupted, from 1
   */
  record Mutant(Mutator by, String text, int line, String before, String after) {
    boolean isCorruptedIn(int other) {
      int lines = (int) after.stripTrailing().chars().filter(c -> c == '\n').count();
      return line <= other && other <= line + lines;
    }
  }

  /** Corrupts one place; null where there is none. */
  @Nullable Mutant mutate(String program, Random random) {
    List<MatchResult> comments = COMMENT.matcher(program).results().toList();
    List<MatchResult> places = new ArrayList<>();
    pattern.matcher(program).results().filter(p -> isCode(p, comments)).forEach(places::add);
    if (places.isEmpty()) {
      return null;
    }
    MatchResult place = places.get(random.nextInt(places.size()));
    String after = replace(place.group(), random);
    if (after.equals(place.group())) {
      return null;
    }
    String text = program.substring(0, place.start()) + after + program.substring(place.end());
    int line = 1 + (int) program.substring(0, place.start()).chars().filter(c -> c == '\n').count();
    return new Mutant(this, text, line, place.group(), after);
  }

  private static boolean isCode(MatchResult place, List<MatchResult> comments) {
    return comments.stream().noneMatch(c -> c.start() <= place.start() && place.start() < c.end());
  }
}
