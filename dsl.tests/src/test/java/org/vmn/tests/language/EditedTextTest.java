package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vmn.dsl.VmnStandaloneSetup;
import org.vmn.dsl.vmn.Model;

/**
 * After an edit a file is what it would be if the whole text had been read: its tree, its elements,
 * what they refer to, and what is wrong with it.
 */
class EditedTextTest {
  private static final Language LANGUAGE =
      new VmnStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(Language.class);
  private static final int LONGEST = 3000;
  private static final Path FILE = Path.of("examples/edited.vmn");
  private static final List<String> TEXTS =
      Stream.concat(GoodInputTest.all(), Language.files("bad", ".vmn").stream())
          .map(Language::read)
          .filter(t -> t.length() < LONGEST && !t.contains("import std"))
          .toList();
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "/*",
          "*/",
          "//",
          "\"",
          "\n",
          ";",
          ",",
          " ",
          "=>",
          "->",
          "${",
          "${i}",
          "x",
          "1",
          "-",
          "\r\n",
          "\ufeff",
          "vm x { cpu 2 }",
          "vm",
          "import a",
          "network n",
          "allow x -> y",
          "assert any 1 of host down => x reaches y",
          "for",
          "if ",
          "segment s",
          "#",
          "policy default deny\n",
          "\n\n",
          "group g = x,",
          "host h { ");

  @Property(tries = 120, seed = "1")
  void isReadAsIfItWereNew(@ForAll long seed) {
    Random random = new Random(seed);
    String text = text(random);
    XtextResource edited = LANGUAGE.load(FILE, text);
    for (int i = 0; i < 6; i++) {
      String before = text;
      text = edit(text, random);
      edited.update(0, before.length(), text);
      assertEquals(described(LANGUAGE.load(FILE, text)), described(edited), () -> "seed " + seed);
    }
  }

  @Test
  void keepsWhatWasNotTouched() {
    String before = "segment lan\nvm a { nic lan }\nvm b { nic lan }\nvm c\nvm d\nvm e\nvm f\n";
    XtextResource file = LANGUAGE.load(FILE, before);
    List<EObject> elements = List.copyOf(model(file).getElements());
    String text = before.replace("vm d", "vm x { nic lan }");
    file.update(0, before.length(), text);
    List<EObject> now = List.copyOf(model(file).getElements());
    assertSame(elements.get(0), now.get(0));
    assertSame(elements.get(6), now.get(6));
    assertNotSame(elements.get(4), now.get(4));
    assertEquals(described(LANGUAGE.load(FILE, text)), described(file));
  }

  @Test
  void mostEditsOfMostTextsKeepMost() {
    Random random = new Random(1);
    int kept = 0;
    for (int i = 0; i < 300; i++) {
      String text = text(random) + text(random);
      XtextResource file = LANGUAGE.load(FILE, text);
      List<EObject> elements = List.copyOf(model(file).getElements());
      file.update(0, text.length(), edit(text, random));
      List<EObject> now = model(file).getElements().stream().map(e -> (EObject) e).toList();
      kept += elements.stream().anyMatch(now::contains) ? 1 : 0;
    }
    assertTrue(kept > 150, "only " + kept);
  }

  private static Model model(XtextResource file) {
    return (Model) file.getContents().get(0);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      text.append(TEXTS.get(random.nextInt(TEXTS.size())));
    }
    return text.toString();
  }

  private static String edit(String text, Random random) {
    int start = random.nextInt(text.length() + 1);
    int length = Math.min(text.length() - start, random.nextInt(random.nextInt(4) == 0 ? 200 : 4));
    String piece =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> some(text, random);
          case 2 -> some(text(random), random);
          default -> PIECES.get(random.nextInt(PIECES.size()));
        };
    return text.substring(0, start) + piece + text.substring(start + length);
  }

  private static String some(String text, Random random) {
    int start = random.nextInt(text.length() + 1);
    return text.substring(start, Math.min(text.length(), start + random.nextInt(80)));
  }

  private static String described(XtextResource file) {
    StringBuilder text = new StringBuilder();
    EcoreUtil2.resolveLazyCrossReferences(file, CancelIndicator.NullImpl);
    describe(file.getParseResult().getRootNode(), text);
    text.append(file.getParseResult().hasSyntaxErrors()).append('\n');
    file.getParseResult().getSyntaxErrors().forEach(e -> text.append(e.getOffset()).append(' '));
    file.getErrors().forEach(e -> text.append(e.getLine()).append(e.getMessage()).append('\n'));
    file.getContents().forEach(c -> describe(c, text));
    file.getResourceServiceProvider()
        .getResourceValidator()
        .validate(file, CheckMode.ALL, CancelIndicator.NullImpl)
        .forEach(i -> text.append(i).append('\n'));
    return text.toString();
  }

  private static void describe(INode node, StringBuilder text) {
    text.append(node.getClass().getSimpleName())
        .append(' ')
        .append(grammar(node))
        .append(' ')
        .append(node.getTotalOffset())
        .append('+')
        .append(node.getTotalLength())
        .append(node.hasDirectSemanticElement() ? node.getSemanticElement().eClass().getName() : "")
        .append(node.getSyntaxErrorMessage() == null ? "" : node.getSyntaxErrorMessage())
        .append('\n');
    if (node instanceof ICompositeNode composite) {
      composite.getChildren().forEach(c -> describe(c, text));
    }
  }

  private static String grammar(INode node) {
    EObject element = node.getGrammarElement();
    return element == null ? "-" : EcoreUtil.getURI(element).fragment();
  }

  private static String uri(@Nullable EObject element) {
    return element == null || element.eIsProxy() ? "unknown" : EcoreUtil.getURI(element).toString();
  }

  private static void describe(EObject element, StringBuilder text) {
    text.append(element.eClass().getName());
    for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
      if (element.eIsSet(feature)) {
        Object value = element.eGet(feature, false);
        text.append(' ').append(feature.getName()).append('=');
        if (feature instanceof EReference reference && reference.isContainment()) {
          (value instanceof List<?> list ? list : List.of(value))
              .forEach(child -> describe((EObject) child, text));
        } else if (feature instanceof EReference) {
          List<?> meant = value instanceof List<?> list ? list : List.of(value);
          meant.forEach(m -> text.append(uri((EObject) m)).append(' '));
        } else {
          text.append(value);
        }
      }
    }
    text.append('\n');
  }
}
