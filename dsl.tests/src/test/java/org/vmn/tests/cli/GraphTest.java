package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Pictures: all is there, nothing lies over anything else, and many nodes are still a page. */
class GraphTest {
  private static final Set<String> HOLDING = Set.of("segment", "host", "zone", "together");

  @TempDir private Path folder;

  record Rect(String kind, double x, double y, double width, double height) {
    boolean overlaps(Rect other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    boolean holds(Rect other) {
      return x <= other.x
          && y <= other.y
          && other.x + other.width <= x + width
          && other.y + other.height <= y + height;
    }
  }

  static List<Path> examples() throws IOException {
    return Cli.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nothingLiesOverAnythingElse(Path example) throws Exception {
    for (String view : List.of("logical", "physical")) {
      var run = Cli.run("graph", "--view", view, example);
      assertEquals(0, run.status(), run::err);
      neat(rects(run.out()));
      assertEquals(run.out(), Cli.run("graph", "--view", view, example).out());
    }
  }

  @Test
  void threeHundredNodesAreAPage() throws Exception {
    StringBuilder text = new StringBuilder("network many\nsegment wan { subnet 192.0.2.0/24 }\n");
    text.append("external internet { on wan; gateway 192.0.2.1 }\n");
    StringBuilder ports = new StringBuilder();
    for (int s = 0; s < 50; s++) {
      text.append("segment s%d { subnet 10.0.%d.0/24 }%n".formatted(s, s));
      ports.append(", s").append(s);
      for (int m = 0; m < 5; m++) {
        text.append("vm m%d_%d[3] { nic s%d; runs app on 80/tcp }%n".formatted(s, m, s));
      }
    }
    text.append("router r { ports wan").append(ports).append(" }\n");
    Path file = Files.writeString(folder.resolve("many.vmn"), text);
    String svg = Cli.run("graph", file).out();
    List<Rect> rects = rects(svg);
    assertEquals(250, rects.stream().filter(r -> r.kind.equals("machine")).count());
    neat(rects);
    assertIsAPage(svg);
  }

  @Test
  void manyRoutersWithFewSegmentsEachAreAPageToo() throws Exception {
    StringBuilder text = new StringBuilder("network many\nsegment core\n");
    for (int r = 0; r < 6; r++) {
      StringBuilder ports = new StringBuilder("core");
      for (int s = 5 * r; s < 5 * r + 5; s++) {
        text.append("segment s%d%n".formatted(s));
        ports.append(", s").append(s);
        for (int m = 0; m < 10; m++) {
          text.append("vm m%d_%d { nic s%d }%n".formatted(s, m, s));
        }
      }
      text.append("router r%d { ports %s }%n".formatted(r, ports));
    }
    Path file = Files.writeString(folder.resolve("many.vmn"), text);
    String svg = Cli.run("graph", file).out();
    neat(rects(svg));
    assertIsAPage(svg);
  }

  /** What hangs on one segment would be a strip: it stands below one another, as declared. */
  @Test
  void manyTenantsAreRead() throws Exception {
    StringBuilder text = new StringBuilder("network many\nsegment core\n");
    for (int t = 10; t < 40; t++) {
      text.append("segment a%d\nsegment b%d\nvm m%d { nic a%d }\n".replace("%d", "" + t));
      text.append("router r%d { ports core, a%d, b%d }\n".replace("%d", "" + t));
    }
    Path file = Files.writeString(folder.resolve("many.vmn"), text);
    String svg = Cli.run("graph", file).out();
    List<Rect> rects = rects(svg);
    neat(rects);
    Element root = parsed(svg).getDocumentElement();
    double width = Double.parseDouble(root.getAttribute("width"));
    assertTrue(width < 1500, "width " + width);
  }

  private static void assertIsAPage(String svg) throws Exception {
    Element root = parsed(svg).getDocumentElement();
    double width = Double.parseDouble(root.getAttribute("width"));
    double height = Double.parseDouble(root.getAttribute("height"));
    assertTrue(width < 4000 && width / height > 0.5 && width / height < 2.5, width + "x" + height);
  }

  @Test
  void aCountCostsNothing() throws Exception {
    String text =
        """
        network n
        host h[10000] { uplink e }
        overlay o vxlan over h[*].e
        segment s in o { subnet 10.0.0.0/8 }
        vm m[10000] { nic s; memory 1 MiB }
        """;
    Path file = Files.writeString(folder.resolve("many.vmn"), text);
    for (String view : List.of("logical", "physical")) {
      String svg = Cli.run("graph", "--view", view, file).out();
      assertEquals(1, rects(svg).stream().filter(r -> r.kind.equals("machine")).count());
      assertTrue(svg.contains("m ×10000"), svg);
    }
  }

  @Test
  void drawsWhatIsSaid() throws IOException {
    String svg = Cli.run("graph", Cli.example("shop")).out();
    for (String words :
        List.of("web ×4", ".2–.5, ::2–::5", "VLAN 110", "192.0.2.10:443/tcp", "spreads")) {
      assertTrue(svg.contains(words), words);
    }
    String hosts = Cli.run("graph", "--view", "physical", Cli.example("shop")).out();
    for (String words : List.of("kvm[1]", "web ×2", "zone a", "eno1 25 Gbps", "vxlan tenant")) {
      assertTrue(hosts.contains(words), words);
    }
    String dot = Cli.run("graph", "--format", "dot", Cli.example("shop")).out();
    assertTrue(dot.contains("lhead=cluster_"), dot);
    assertFalse(Cli.run("graph", Cli.example("hello")).out().contains("balancer</text>"));
  }

  @Test
  void wiresShowTheirSpeedAndLatency() throws IOException {
    String text =
        """
        network n
        host a { uplink e }
        host b { uplink e }
        fabric f {
          link a.e -- b.e { speed 1 Gbps; latency 20 ms }
        }
        segment lan
        vm m { nic lan }
        """;
    Path file = Files.writeString(folder.resolve("wires.vmn"), text);
    String svg = Cli.run("graph", "--view", "physical", file).out();
    assertTrue(svg.contains("1 Gbps 20 ms"), svg);
  }

  private static void neat(List<Rect> rects) {
    for (int i = 0; i < rects.size(); i++) {
      for (int j = i + 1; j < rects.size(); j++) {
        Rect a = rects.get(i);
        Rect b = rects.get(j);
        boolean inside = HOLDING.contains(a.kind) && a.holds(b);
        assertTrue(inside || !a.overlaps(b), a + " and " + b);
      }
    }
  }

  /** Of the drawing itself, without ground and legend. */
  private static List<Rect> rects(String svg) throws Exception {
    List<Rect> rects = new ArrayList<>();
    Element drawing = (Element) parsed(svg).getElementsByTagName("g").item(0);
    var found = drawing.getElementsByTagName("rect");
    for (int i = 0; i < found.getLength(); i++) {
      Element rect = (Element) found.item(i);
      rects.add(
          new Rect(
              rect.getAttribute("class"),
              number(rect, "x"),
              number(rect, "y"),
              number(rect, "width"),
              number(rect, "height")));
    }
    return rects;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
