package org.vmn.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.vmn.Guideline;
import org.vmn.dsl.vmn.ImageSource;
import org.vmn.dsl.vmn.Label;
import org.vmn.dsl.vmn.UsageClaim;
import org.vmn.dsl.vmn.User;
import org.vmn.dsl.vmn.VmnPackage.Literals;
import org.vmn.dsl.vmn.Zone;
import org.vmn.dsl.vmn.ZoneTerm;

/**
 * Texts in quotes are data, and no emitter lets them mean anything else. Even so, what a shell
 * gives a meaning to is refused: it has no business in a zone, a key or the place of an image, and
 * what is written here may end up in a command that somebody else pastes together. So are
 * characters that can't be seen, or that reorder what is seen.
 */
public class TextChecks extends Checks {
  private static final int MOST = 8192;

  /** What quotes, substitutes, redirects and chains. An {@code &} joins the parameters of a URL. */
  private static final String OF_SHELLS = "`$;|<>\\\"'";

  @Check
  void zone(Zone zone) {
    check(zone.getName(), zone, Literals.ZONE__NAME, 0);
  }

  @Check
  void source(ImageSource source) {
    check(source.getLocation(), source, Literals.IMAGE_SOURCE__LOCATION, 0);
  }

  @Check
  void guideline(Guideline guideline) {
    check(guideline.getText(), guideline, Literals.GUIDELINE__TEXT, 0);
  }

  @Check
  void label(Label label) {
    if (label.getValue() != null) {
      check(label.getValue(), label, Literals.LABEL__VALUE, 0);
    }
  }

  @Check
  void zone(ZoneTerm zone) {
    check(zone.getName(), zone, Literals.ZONE_TERM__NAME, 0);
  }

  @Check
  void zone(UsageClaim claim) {
    if (claim.getZone() != null) {
      check(claim.getZone(), claim, Literals.USAGE_CLAIM__ZONE, 0);
    }
  }

  @Check
  void keys(User user) {
    for (int i = 0; i < user.getKeys().size(); i++) {
      check(user.getKeys().get(i), user, Literals.USER__KEYS, i);
    }
  }

  private void check(String text, EObject at, EStructuralFeature feature, int index) {
    if (text.isBlank()) {
      report(Code.BAD_TEXT, at, feature, index, "the text is empty");
    } else if (text.length() > MOST) {
      report(
          Code.BAD_TEXT,
          at,
          feature,
          index,
          "the text has " + text.length() + " characters, and " + MOST + " are the limit");
    } else {
      text.codePoints()
          .filter(c -> hidden(c) || ofShells(c, at))
          .findFirst()
          .ifPresent(c -> report(Code.BAD_TEXT, at, feature, index, message(c)));
    }
  }

  private static boolean ofShells(int character, EObject at) {
    // A guideline's text is words for people.
    return !(at instanceof Guideline)
        && (OF_SHELLS.indexOf(character) >= 0 || character == '&' && !(at instanceof ImageSource));
  }

  private static String message(int character) {
    if (!hidden(character)) {
      return Messages.help(
          "the text holds " + Character.toString(character) + ", which means something to shells",
          "leave it out; in a URL, write it as %" + String.format("%02X", character));
    }
    String name = Character.getName(character);
    return Messages.help(
        String.format(
            "the text holds the character U+%04X%s",
            character, name == null ? "" : " (" + name + ")"),
        "only characters that can be seen may stand in a text");
  }

  /** Controls, ends of lines, halves of pairs, and what overrides the direction of writing. */
  private static boolean hidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT ->
          character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
      default -> false;
    };
  }
}
