package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.generator.emit.ovs.flow.Cookie;
import org.vmn.generator.explain.Explanation;
import org.vmn.generator.explain.Section;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Says in plain words what a file means, what a diagnostic means, or where a flow comes"
            + " from.",
    footer = {
      "",
      "Examples:",
      "  vmn explain shop.vmn                    the whole network, with every default",
      "  vmn explain VMN3104                     the page of a diagnostic",
      "  vmn explain 0x564d00000002b001 shop.vmn the line that a flow comes from",
      "  vmn explain 0x564d00000002b001 out/simulation/network.json",
      "",
      "Cookies are what `ovs-ofctl dump-flows` shows of each flow.",
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Variables variables;
  @Mixin private Colours colours;

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description =
          "A .vmn file, a simulator configuration (.json), `-`, a diagnostic such as VMN3104, or a"
              + " cookie such as 0x564d00000002b001.")
  private String what;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "With a cookie: the file that the flow was built from.")
  private @Nullable Path file;

  @Option(
      names = "--no-prove",
      description = "Leave the assertions alone, and don't prove who can talk to whom.")
  private boolean noProve;

  @Override
  public Integer call() throws Exception {
    if (what.matches("(?i)vmn\\d+")) {
      return page(what);
    }
    if (what.matches("(?i)0x[0-9a-f]{1,16}")) {
      return cookie(Long.parseUnsignedLong(what.substring(2), 16));
    }
    return network(Path.of(what));
  }

  private int network(Path path) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Input input = Input.read(path, variables);
    Network network = input.network();
    if (network == null) {
      return Reporter.refuse(input, colours, err);
    }
    List<Verdict> verdicts = noProve ? List.of() : Proofs.of(input, err);
    boolean first = true;
    for (Section section :
        Explanation.of(network, input.model(), verdicts, !noProve, input::brief)) {
      if (!first) {
        out.println();
      }
      first = false;
      if (!section.title().isEmpty()) {
        out.println(colours.out().bold(section.title()));
      }
      String indent = section.title().isEmpty() ? "" : "  ";
      section.lines().forEach(l -> out.println(indent + l));
    }
    return Main.CLEAN;
  }

  private int page(String id) {
    PrintWriter err = spec.commandLine().getErr();
    Optional<Code> code = Code.find(id);
    if (code.isEmpty()) {
      List<String> known = List.of(Code.values()).stream().map(Code::id).toList();
      String near =
          Suggestions.nearest(id.toUpperCase(java.util.Locale.ROOT), known)
              .map(n -> "; did you mean `" + n + "`?")
              .orElse("");
      err.println("error: there is no diagnostic `" + id + "`" + near);
      return Main.BAD_INPUT;
    }
    DiagnosticPage.lines(code.get(), colours.out()).forEach(spec.commandLine().getOut()::println);
    return Main.CLEAN;
  }

  private int cookie(long bits) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (!Cookie.isOurs(bits)) {
      err.println("error: `" + what + "` is not a cookie of vmn: those begin with 0x564d");
      return Main.BAD_INPUT;
    }
    if (file == null) {
      err.println("error: say which file the flow was built from");
      err.println(
          "help: `vmn explain " + what + " shop.vmn`, or the build's simulation/network.json");
      return Main.BAD_INPUT;
    }
    Input input = Input.read(file, variables);
    Network network = input.network();
    if (network == null) {
      return Reporter.refuse(input, colours, err);
    }
    Cookie cookie = Cookie.parse(bits);
    if (cookie.file() == Cookie.NO_FILE) {
      out.println("no source says it: every network has such flows");
      return Main.CLEAN;
    }
    if (cookie.file() >= network.sources().size()) {
      err.println(
          "error: `"
              + file
              + "` has "
              + Summary.count(network.sources().size(), "source")
              + ", and the flow comes from number "
              + (cookie.file() + 1)
              + ": it was built from something else");
      return Main.FINDINGS;
    }
    String source = network.sources().get(cookie.file());
    out.println(input.shown(source) + ":" + cookie.line() + ":" + cookie.column());
    String line = input.sources().line(source, cookie.line());
    if (!line.isBlank()) {
      out.println("  " + line.strip());
    }
    return Main.CLEAN;
  }
}
