package org.vmn.generator.emit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmn.generator.emit.Networks;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class XmlTest {
  @Test
  void indents() {
    String xml = new Xml().open("a", "b", "1").text("c", "d").empty("e").close().toString();
    assertEquals("<a b='1'>\n  <c>d</c>\n  <e/>\n</a>\n", xml);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Networks.HOSTILE,
        "",
        "]]>",
        "<!--",
        "&amp;",
        " a\r\nb\tc\n",
        "\ud83d\ude00",
        "\u0085"
      })
  void keepsEveryValue(String value) throws Exception {
    Element root = parse(new Xml().open("a").text("b", value, "c", value).close().toString());
    Element b = (Element) root.getElementsByTagName("b").item(0);
    assertEquals(value, b.getTextContent());
    assertEquals(value, b.getAttribute("c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\u001bb", "\ud83d", "\ude00\ud83d", "\uffff", "\ufffe"})
  void rejectsWhatXmlCantHold(String value) throws Exception {
    assertThrows(IllegalArgumentException.class, () -> new Xml().text("a", value));
    assertThrows(IllegalArgumentException.class, () -> new Xml().empty("a", "b", value));
    String printable = Xml.printable(value);
    assertEquals(printable, parse(new Xml().text("a", printable).toString()).getTextContent());
  }

  @Test
  void isWholeOrNothing() {
    assertThrows(IllegalStateException.class, () -> new Xml().open("a").toString());
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }
}
