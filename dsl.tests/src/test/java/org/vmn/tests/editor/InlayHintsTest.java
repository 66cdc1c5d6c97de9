package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hints are drawn into the text as an editor does, between « and ». */
class InlayHintsTest {
  private static final Range WHOLE = new Range(new Position(0, 0), new Position(1000, 0));

  @TempDir Path folder;

  @Test
  void computedValuesAndVerdictsStandBesideTheText() {
    assertDrawn(
        """
        network shown seed 1
        host kvm[2] { uplink eno1 { mtu 9000 } }
        pool net4 10.20.0.0/16 split /24
        pool net6 2001:db8::/48 split /64
        overlay tenant vxlan over kvm[*].eno1
        segment front in tenant« VNI 10487775, MTU 8950» { subnet net4« 10.20.0.0/24», net6« 2001:db8::/64» }
        segment back in tenant { vni 70; mtu 1400; subnet 10.9.0.0/24 }
        segment lone { subnet net4« 10.20.1.0/24» }
        router edge { ports front« 10.20.0.1, 2001:db8::1», back« 10.9.0.1» }
        vm web[3] { nic front« 10.20.0.2–10.20.0.4, 2001:db8::2–2001:db8::4» { rate 1 Gbps } }
        vm db { nic back« 10.9.0.2» }
        vm told { nic back { address 10.9.0.77 } }
        vm twice { nic back; nic back }
        policy default deny
        allow web -> db : 443/tcp
        assert web reaches db on 443/tcp« ✓ proved»
        assert web reaches told« ✗ refuted»
        for i in 1..2 {
          assert web[i] cannot reach told« ✓ proved»
        }
        """);
  }

  /** Wherever the network is not one, nothing is claimed that was proved of another text. */
  @Test
  void aVerdictGoesWithTheTextThatItIsAbout() {
    String text =
        """
        network shown
        segment lan { subnet 10.0.0.0/24 }
        vm a { nic lan }
        vm b { nic lan }
        assert a reaches b
        """;
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("a.vmn"), text);
      editor.refreshed();
      assertTrue(drawn(editor, file, text).contains("assert a reaches b« ✓ proved»"));
      String broken = text + "vm c { nic nowhere }\n";
      editor.change(file, broken);
      assertEquals(
          broken
              .replace("{ nic lan }\nvm b", "{ nic lan« 10.0.0.1» }\nvm b")
              .replace("{ nic lan }\nassert", "{ nic lan« 10.0.0.2» }\nassert"),
          drawn(editor, file, broken));
    }
  }

  @Test
  void onlyTheLinesThatAreShownHaveHints() {
    String text =
        """
        network shown
        segment lan { subnet 10.0.0.0/24 }
        vm a { nic lan }
        vm b { nic lan }
        vm c { nic lan }
        """;
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("a.vmn"), text);
      editor.refreshed();
      List<InlayHint> hints =
          editor.inlayHints(file, new Range(new Position(3, 0), new Position(4, 0)));
      assertEquals(List.of("10.0.0.2"), hints.stream().map(h -> h.getLabel().getLeft()).toList());
    }
  }

  private void assertDrawn(String expected) {
    String text = expected.replaceAll("«[^»]*»", "");
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("drawn.vmn"), text);
      editor.refreshed();
      assertEquals(expected, drawn(editor, file, text));
    }
  }

  private static String drawn(Editor editor, Path file, String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    List<InlayHint> hints = editor.inlayHints(file, WHOLE);
    for (InlayHint hint : hints.reversed()) {
      Position at = hint.getPosition();
      String line = lines.get(at.getLine());
      String label = (hint.getPaddingLeft() ? " " : "") + hint.getLabel().getLeft();
      lines.set(
          at.getLine(),
          line.substring(0, at.getCharacter())
              + "«"
              + label
              + "»"
              + line.substring(at.getCharacter()));
    }
    return String.join("\n", lines);
  }
}
