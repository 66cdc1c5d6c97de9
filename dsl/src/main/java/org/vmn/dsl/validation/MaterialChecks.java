package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.vmn.Checksum;
import org.vmn.dsl.vmn.Domain;
import org.vmn.dsl.vmn.File;
import org.vmn.dsl.vmn.PackageTerm;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * Texts with a form of their own: checksums, domains, paths, names of packages, contents of files.
 */
public class MaterialChecks extends Checks {
  private static final String CHECKSUM = "sha256:[0-9a-fA-F]{64}|sha512:[0-9a-fA-F]{128}";

  /** RFC 1035, with digits first as RFC 1123 allows. */
  private static final String DOMAIN =
      "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?([.][A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*";

  /** Debian Policy, section 5.6.1, with the version or release that its tools take after it. */
  private static final String PACKAGE = "[a-z0-9][a-z0-9+.-]{0,99}([=/][A-Za-z0-9.+:~-]{1,100})?";

  private static final String PATH = "(/[A-Za-z0-9._@+ -]{1,255})+";
  private static final int LONGEST_PATH = 1024;
  private static final int MOST_CONTENT = 1 << 16;

  @Check
  void checksum(Checksum checksum) {
    if (!checksum.getText().matches(CHECKSUM)) {
      bad(
          checksum,
          Literals.CHECKSUM__TEXT,
          quoted(checksum.getText()) + " is not a checksum",
          "write `sha256:` and 64 hexadecimal digits, or `sha512:` and 128");
    }
  }

  @Check
  void domain(Domain domain) {
    if (!domain.getName().matches(DOMAIN)) {
      bad(
          domain,
          Literals.DOMAIN__NAME,
          quoted(domain.getName()) + " is not the name of a domain",
          "write for instance `lab.example`");
    }
  }

  @Check
  void file(File file) {
    String path = file.getPath();
    boolean climbs = ("/" + path + "/").contains("/../") || ("/" + path + "/").contains("/./");
    if (path.length() > LONGEST_PATH || climbs || !path.matches(PATH)) {
      bad(
          file,
          Literals.FILE__PATH,
          quoted(path) + " is not the path of a file",
          "write it from the root, such as `/etc/motd`, of letters, digits and `._@+-`");
    }
    String content = file.getContent();
    if (content.length() > MOST_CONTENT) {
      report(
          Code.BAD_TEXT,
          file,
          Literals.FILE__CONTENT,
          "the content has "
              + content.length()
              + " characters, and "
              + MOST_CONTENT
              + " are the limit");
    } else if (content.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      bad(
          file,
          Literals.FILE__CONTENT,
          "the content holds a character that can't be seen",
          "of those, only `\\n` and `\\t` may stand in a file");
    }
  }

  @Check
  void name(PackageTerm term) {
    String name = term.getName() == null ? term.getText() : term.getName();
    if (name != null && !name.matches(PACKAGE)) {
      bad(
          term,
          term.getName() == null ? Literals.PACKAGE_TERM__TEXT : Literals.PACKAGE_TERM__NAME,
          quoted(name) + " is not the name of a package",
          "such names have small letters, digits and `+.-`");
    }
  }

  private void bad(EObject at, EAttribute feature, String message, String way) {
    report(Code.BAD_TEXT, at, feature, help(message, way));
  }
}
