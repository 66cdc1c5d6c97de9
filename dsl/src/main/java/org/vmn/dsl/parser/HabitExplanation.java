package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;

/** What hands write that are used to other languages, told by the line before it. */
final class HabitExplanation implements Explanation {

  /**
   * @param line what the line up to the token ends in
   * @param text the token
   * @param next the token after it; null where that doesn't matter
   * @param message with {@code BEFORE}, {@code TEXT} and {@code AFTER} for the tokens
   * @param help likewise
   * @param meant what certainly should stand in place of the token; null where it isn't so simple
   */
  private record Habit(
      Pattern line,
      Pattern text,
      @Nullable Pattern next,
      String message,
      String help,
      @Nullable String meant) {

    static Habit of(String line, String text, String message, String help) {
      return new Habit(Pattern.compile(line), Pattern.compile(text), null, message, help, null);
    }

    Habit meaning(String word) {
      return new Habit(line, text, next, message, help, word);
    }

    Habit before(String pattern) {
      return new Habit(line, text, Pattern.compile(pattern), message, help, meant);
    }

    boolean isIn(Mistake mistake) {
      return text.matcher(mistake.text()).matches()
          && (next == null || next.matcher(mistake.after()).matches())
          && line.matcher(mistake.line()).find();
    }
  }

  private static final String WORD = "[A-Za-z_][\\w-]*";

  private static final String SIX = "[0-9a-fA-F]*:[0-9a-fA-F:]*:[0-9a-fA-F:]*";

  /** A declaration and its name, with its count. */
  private static final String DECLARED =
      "^(vm|host|segment|router|network|overlay|external|template|firewall|image) "
          + WORD
          + "(\\[[^\\]]*\\])?";

  private static final List<Habit> HABITS =
      List.of(
          Habit.of(
              "\\bexpect (p[\\d.]+ )?(latency|loss|recovery|throughput|availability|rpo|rto)$",
              "[<>]=?",
              "an expectation names what it is of: a balancer, a machine or a program of one",
              "write for instance `BEFORE www TEXT …`, or `BEFORE web : shop TEXT …`"),
          Habit.of(
              "\\bexpect utilisation$",
              "[<>]=?",
              "an expectation names what it is of: a machine, a host or a wire",
              "write for instance `utilisation web TEXT …`"),
          Habit.of(
              "^(vm|template) " + WORD + "(\\[[^\\]]*\\])? ?: ?" + WORD + "( ?\\([^)]*\\))?$",
              ",",
              "a machine has one template",
              "let that refine the other: `template AFTER : BEFORE { … }`, and write `: AFTER`"),
          Habit.of(
              "^(vm|template) [^{]*: ?" + WORD + " ?\\(([^)]*,)?$",
              "[^)=,].*",
              "an argument says which parameter it is for",
              "write `NAME = TEXT`"),
          Habit.of(
              "\\b(balancer " + WORD + " on|dnat) " + SIX + "$",
              "/|->|:",
              "an IPv6 address stands in brackets before its port",
              "write for instance `[2001:db8::1]:443/tcp`"),
          Habit.of(
                  "\\bbalancer [\\w${}-]+ on " + WORD + "$",
                  "\\[",
                  "before a port, an element of a list stands in parentheses",
                  "write for instance `(BEFORE[AFTER]):80/tcp`")
              .before("[\\w-]+"),
          Habit.of(
                  "^service " + WORD + " ?= ?" + WORD + "$|\\bruns " + WORD + " on " + WORD + "$",
                  "\\[",
                  "before a protocol, an element of a list stands in parentheses",
                  "write for instance `(BEFORE[AFTER])/tcp`")
              .before("[\\w-]+"),
          Habit.of(
                  "\\bon " + WORD + "$|^(allow|deny) [^{]*: ?" + WORD + "$",
                  "/",
                  "a service has its port and its protocol already",
                  "write `BEFORE` alone, or ports such as `443/tcp`")
              .before("tcp|udp|sctp"),
          Habit.of(
                  "^assert [^:]*\\breach(es)? [^:]*$",
                  ":",
                  "the ports at which something is reached stand behind `on`",
                  "write for instance `BEFORE on AFTER/tcp`")
              .before("\\d+"),
          Habit.of(
                  "^assert$",
                  "not",
                  "what can't be reached is said behind who doesn't reach it",
                  "write `assert AFTER cannot reach …`")
              .before(WORD),
          Habit.of(
              "^assert isolated [^{]*$",
              "and|to|->",
              "who is kept apart stands on both sides of `from`",
              "write `isolated BEFORE from AFTER`"),
          Habit.of(
                  "^vm " + WORD + "$",
                  "\\(",
                  "a template stands behind a `:`",
                  "write for instance `vm BEFORE : node`, or `vm BEFORE : node(size = 4 GiB)`")
              .before(WORD),
          Habit.of(
              "^(vm|host|router) " + WORD + "$",
              "[(*x]|count|replicas",
              "a count stands in square brackets",
              "write for instance `BEFORE[3]`"),
          Habit.of(
              "^(allow|deny) [^:]*-> [^:]*" + WORD + "$",
              "tcp|udp|sctp|icmp|on|port",
              "what is allowed or denied stands after a `:`",
              "write for instance `BEFORE : 443/tcp`"),
          Habit.of(
              "^(allow|deny) [^:]*-> [^:]*" + WORD + "$",
              WORD,
              "what is allowed or denied stands after a `:`",
              "write `BEFORE : TEXT`"),
          Habit.of(
              "\\b(tcp|udp|sctp)$",
              "/",
              "a port stands before its protocol",
              "write `AFTER/BEFORE`"),
          Habit.of(
              "\\bports?$",
              "\\d+",
              "a port is a number and its protocol, without a word before it",
              "write for instance `TEXT/tcp`"),
          Habit.of(
              "^assert [^:]*" + WORD + "(\\[[^\\]]*\\])?$",
              "->",
              "what an assertion says is put in words",
              "write `BEFORE reaches AFTER`, or `BEFORE cannot reach AFTER`"),
          Habit.of(
              "^assert [^:]*" + WORD + "(\\[[^\\]]*\\])?$",
              "can|can't|may|must|should|not|never|doesn't|connects|talks",
              "who gets where is put in one of two ways",
              "write `reaches` or `cannot reach`"),
          Habit.of(
              "^assert [^:]*" + WORD + "(\\[[^\\]]*\\])?$",
              "isolated",
              "who is kept apart stands behind the word",
              "write `isolated BEFORE from …`"),
          Habit.of(
                  "^import [\\w.-]+$",
                  "/",
                  "the parts of a path are joined by dots",
                  "write `BEFORE.AFTER`")
              .meaning("."),
          Habit.of(
                  "\\bnic " + WORD + "$",
                  ",",
                  "an adapter is on one segment",
                  "write `nic` once more for each: `nic BEFORE; nic AFTER`")
              .before(WORD),
          Habit.of(
              "\\bnic " + WORD + "$",
              ",",
              "no `,` stands behind a property",
              "leave it out; what follows on the same line is separated by `;`"),
          Habit.of(
                  "\\bnic " + WORD + "$",
                  "\\.",
                  "an adapter names its segment, and nothing of it",
                  "write `nic BEFORE`")
              .before(WORD),
          Habit.of(
              "\\bports [\\w, -]*" + WORD + "$",
              WORD,
              "a `,` is missing between `BEFORE` and `TEXT`",
              "write `BEFORE, TEXT`"),
          Habit.of(
              "\\bkey (ssh|ecdsa|sk)-[\\w@.-]+$",
              ".+",
              "a key is a text in quotes",
              "write `key \"BEFORE …\"`"),
          Habit.of(
              "\\broute$",
              "default",
              "a route names its prefix",
              "write `route 0.0.0.0/0 via …`, or `route ::/0 via …` for IPv6"),
          Habit.of(
              "\\bgateway$",
              "[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*",
              "where a router sends what is for outside is a route",
              "write `route 0.0.0.0/0 via TEXT`, or `route ::/0 via TEXT` for IPv6"),
          Habit.of(
              "\\baddress$",
              "[0-9a-fA-F.:]+/\\d+",
              "the address of an adapter has no length: the segment's subnet has it",
              "leave out what follows the `/`"),
          Habit.of(
              "\\bload .*\\{ *(ramp|rate|from|constant)$|^(ramp|constant)$",
              ".+",
              "a load begins with its rate, without a word before it",
              "write for instance `100 req/s`, or `100 .. 1000 req/s` for one that grows"),
          Habit.of(
              "\\b(fail|restore|maintain|quarantine|migrate) (host|vm|machine|router|switch)$",
              WORD,
              "what fails, or is dealt with, is named without its kind",
              "leave out `BEFORE`"),
          Habit.of(
              "[<>=] *(max|min|sum|mod|when|contains) *\\([^()]*$",
              ".+",
              "in a rule, a function stands in parentheses",
              "write for instance `count >= (max(a, b))`"),
          Habit.of(
              DECLARED + "$",
              "=",
              "nothing stands between a name and its block",
              "write `BEFORE { … }`"),
          Habit.of(
              DECLARED + ":$",
              "\\{",
              "behind a `:` stands a template",
              "leave the `:` out, or write for instance `vm web : node { … }`"),
          Habit.of(
              DECLARED + "$",
              ",",
              "a declaration has one name",
              "write one for each; machines that are alike are `vm web[2]`"),
          Habit.of(
              "^(vm|template) " + WORD + "(\\[[^\\]]*\\])?$",
              "extends|from|is|as|uses|like|template|using|of",
              "a template stands behind a `:`",
              "write `BEFORE : AFTER`"),
          Habit.of(
              "^network " + WORD + "$",
              "\\{|[0-9a-fA-F.:]+/\\d+",
              "`network` names the whole, and what is in it stands in lines of its own",
              "a part with addresses is a segment: `segment lan { subnet 10.0.0.0/24 }`"),
          Habit.of(
              "^segment " + WORD + ":?$",
              "[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*(/\\d+)?",
              "what a segment has stands in its block",
              "write for instance `segment lan { subnet 10.0.0.0/24 }`"),
          Habit.of(
              "^segment [^{]*\\{$",
              "[0-9a-fA-F.:]+/\\d+",
              "a prefix stands behind its word",
              "write `subnet TEXT`"),
          Habit.of(
              "\\b(subnet|address|gateway|prefix|route|via|server)$",
              "\"[0-9a-fA-F.:/]+\"",
              "addresses stand without quotes",
              "leave the quotes out"),
          Habit.of(
              "\\b(cpu|memory|storage|speed|rate|latency|mtu|demand|timeout|disk " + WORD + ")$",
              "\"\\d.*\"",
              "a number and its unit stand without quotes",
              "leave the quotes out"),
          Habit.of(
              "\\bdisk$", "\\d+", "a disk has a name", "write for instance `disk root TEXT GiB`"),
          Habit.of(
              "\\bnic " + WORD + "$",
              "address|ip|rate|mac|trunk|priority|mirror",
              "what an adapter has stands in its block",
              "write for instance `nic BEFORE { address 10.0.0.5 }`"),
          Habit.of(
              "\\bnic " + WORD + "$",
              "(?=.*[0-9a-fA-F])[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*",
              "what an adapter has stands in its block",
              "write `nic BEFORE { address TEXT }`"),
          Habit.of(
              "\\blabel " + WORD + "$",
              "[=:]",
              "nothing stands between a label and its value",
              "write `label BEFORE AFTER`"),
          Habit.of(
              "\\bruns " + WORD + "$",
              "ports?|listens?|at|[:=]|\\d+",
              "what a program listens on stands behind `on`",
              "write for instance `runs BEFORE on 80/tcp`"),
          Habit.of(
              "^(allow|deny)$",
              "from|to|tcp|udp|icmp|ingress|egress|inbound|outbound|in|out|ip|port",
              "a rule says who, then to whom, then what",
              "write for instance `allow web -> db : 5432/tcp`"),
          Habit.of(
              "^for$",
              "\\(",
              "a repetition goes through numbers or a list",
              "write for instance `for i in 1..3 { … }`"),
          Habit.of(
              "^import [\\w.]+$",
              "as",
              "what is imported keeps its name",
              "leave out what follows BEFORE"),
          Habit.of(
              "\\w-?$",
              "-|\\$",
              "a value in a name stands in braces",
              "write for instance `web-${i}`"));

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    if (mistake.isEnd() || mistake.startsDeclaration()) {
      return null;
    }
    if (mistake.rule().equals("Argument") && mistake.expects("=")) {
      return SyntaxMessages.syntax(
          help(
              quoted(mistake.before()) + " doesn't say which parameter it is for",
              "write `NAME = " + mistake.before() + "`"));
    }
    for (Habit habit : HABITS) {
      if (habit.isIn(mistake) && (!isDash(mistake) || mistake.after().startsWith("$"))) {
        String message = help(filled(habit.message(), mistake), filled(habit.help(), mistake));
        return habit.meant() == null
            ? SyntaxMessages.syntax(message)
            : SyntaxMessages.certain(message, habit.meant());
      }
    }
    return null;
  }

  /** Which is an honest minus elsewhere. */
  private static boolean isDash(Mistake mistake) {
    return mistake.text().equals("-");
  }

  private static String filled(String form, Mistake mistake) {
    return form.replace("BEFORE", shown(mistake.before()))
        .replace("TEXT", shown(mistake.text()))
        .replace("AFTER", shown(mistake.after()));
  }

  /** What the user wrote, without what could make the message another. */
  private static String shown(String text) {
    String inner = quoted(text);
    return inner.substring(1, inner.length() - 1);
  }
}
