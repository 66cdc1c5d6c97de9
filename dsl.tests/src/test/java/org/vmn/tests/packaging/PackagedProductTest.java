package org.vmn.tests.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What merging jars can break and no other test sees: a validator whose messages are missing
 * throws, Xtext logs that, and reports no issue.
 */
class PackagedProductTest {

  @TempDir private Path folder;

  @BeforeAll
  static void needsThePackage() {
    Product.needsPackage();
  }

  @Test
  void passesAGoodFile() throws Exception {
    Product.jar(folder, "check", Product.DIST.resolve("training.vmn").toString()).assertClean();
  }

  @Test
  void failsABadFileAndSaysWhereOnStandardError() throws Exception {
    Files.writeString(folder.resolve("bad.vmn"), "network lab {\n  vm\n");
    var run = Product.jar(folder, "check", "bad.vmn");
    assertEquals(1, run.status(), run::toString);
    assertTrue(run.err().contains("bad.vmn:"), run::toString);
    assertEquals("", run.out());
  }

  @Test
  void holdsTheMessagesOfEveryLibrary() throws Exception {
    Properties messages = new Properties();
    try (JarFile jar = new JarFile(Product.DIST.resolve("vmn.jar").toFile())) {
      messages.load(jar.getInputStream(jar.getEntry("plugin.properties")));
    }
    assertTrue(messages.containsKey("_UI_DiagnosticRoot_diagnostic"), "of Ecore");
    assertTrue(messages.containsKey("_EXC_Method_not_implemented"), "of EMF's common part");
    assertTrue(messages.containsKey("_UI_XMI_content_type"), "of XMI");
  }

  @Test
  void holdsNoSignatureAndNoClassTooOldToShare() throws Exception {
    try (JarFile jar = new JarFile(Product.DIST.resolve("vmn.jar").toFile())) {
      for (var entry : jar.stream().toList()) {
        String name = entry.getName();
        assertTrue(!name.matches("META-INF/[^/]*[.](SF|RSA|DSA)"), name);
        if (name.matches("org/(antlr|eclipse)/.*[.]class")) {
          assertTrue(majorVersion(jar, entry) >= 51, name);
        }
      }
    }
  }

  private static int majorVersion(JarFile jar, java.util.zip.ZipEntry entry) throws IOException {
    try (var content = jar.getInputStream(entry)) {
      byte[] head = content.readNBytes(8);
      return (head[6] & 0xff) << 8 | head[7] & 0xff;
    }
  }
}
