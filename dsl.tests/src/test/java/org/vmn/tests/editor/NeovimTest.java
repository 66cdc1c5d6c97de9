package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.generator.cli.Main;
import org.vmn.tests.lab.NeedsLab;

/** A real editor with a client that others wrote, and the server as a process of its own. */
@NeedsLab("nvim")
class NeovimTest {
  private static final List<String> WORKS =
      List.of(
          "OK attached",
          "OK diagnostic",
          "OK hover",
          "OK definition",
          "OK completion",
          "OK no diagnostic",
          "OK rename",
          "OK stopped");

  @TempDir Path folder;

  @Test
  void worksInNeovim() throws IOException, InterruptedException, URISyntaxException {
    Path script = Path.of(NeovimTest.class.getResource("/editor/neovim.lua").toURI());
    Path out = folder.resolve("out");
    Path error = folder.resolve("error");
    ProcessBuilder editor =
        new ProcessBuilder(
            "nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "luafile " + script);
    editor.environment().put("VMN_LSP", String.join("\n", server()));
    editor.environment().put("VMN_FILE", folder.resolve("hello world.vmn").toString());
    editor.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    editor.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    editor.redirectOutput(out.toFile()).redirectError(error.toFile());
    editor.redirectInput(new File("/dev/null"));
    Process process = editor.start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(error);
    assertTrue(ended, said);
    assertEquals(WORKS, Files.readAllLines(out), said);
    assertEquals(0, process.exitValue(), said);
  }

  /** As the launcher starts it, but from this test's class path. */
  private static List<String> server() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dguice_bytecode_gen_option=DISABLED",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        Main.class.getName(),
        "lsp");
  }
}
