package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.vmn.dsl.VmnStandaloneSetup;
import org.vmn.dsl.parser.Values;

/**
 * A valid program whose blanks and comments were thrown around at random has a layout that says the
 * same, has all comments, and is its own layout.
 */
class LayoutTest {
  private static final Language LANGUAGE =
      new VmnStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(Language.class);
  private static final List<Path> FILES = GoodInputTest.all().toList();
  private static final List<String> BLANKS =
      List.of(" ", "   ", "\t", "\n", "\r\n", "\n\n\n", " \n  ");
  private static final List<String> COMMENTS =
      List.of(
          "/* a */", "/**/", "/* two\n   lines */", "// rest\n", "//\n", "// é 网 \uD83D\uDE00\n");

  @Property(tries = 400, seed = "1")
  void saysTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    Path file = FILES.get(random.nextInt(FILES.size()));
    String text = scatter(LANGUAGE.load(file, Language.read(file)), random);
    XtextResource before = LANGUAGE.load(file, text);
    assertFalse(before.getParseResult().hasSyntaxErrors(), text);

    String laidOut = LANGUAGE.format(text);

    assertEquals(LANGUAGE.tokens(text), LANGUAGE.tokens(laidOut));
    assertEquals(laidOut, LANGUAGE.format(laidOut));
    EObject after = LANGUAGE.load(file, laidOut).getContents().get(0);
    assertTrue(new Same().equals(before.getContents().get(0), after), laidOut);
  }

  /**
   * The same model; Xtext gives an expression a blank more or less where several stood in the text.
   */
  private static final class Same extends EcoreUtil.EqualityHelper {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean haveEqualAttribute(EObject one, EObject other, EAttribute attribute) {
      return super.haveEqualAttribute(one, other, attribute)
          || one.eGet(attribute) instanceof String text
              && other.eGet(attribute) instanceof String laidOut
              && text.startsWith(Values.HOLE)
              && text.replace(" ", "").equals(laidOut.replace(" ", ""));
    }
  }

  private static String scatter(XtextResource file, Random random) {
    StringBuilder text = new StringBuilder();
    for (ILeafNode leaf : file.getParseResult().getRootNode().getLeafNodes()) {
      if (leaf.getText().isBlank()) {
        text.append(blank(random));
        if (random.nextInt(8) == 0) {
          text.append(COMMENTS.get(random.nextInt(COMMENTS.size()))).append(blank(random));
        }
      } else {
        text.append(leaf.getText());
      }
    }
    return text.toString();
  }

  private static String blank(Random random) {
    return BLANKS.get(random.nextInt(BLANKS.size()));
  }
}
