package org.vmn.generator.lint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.User;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * Keys that sshd would ignore: their second word is not base64 of a key of the type that their
 * first word names (RFC 4253, section 6.6).
 */
final class UselessKeys implements Check {
  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    for (Model file : subject.files()) {
      users(file).forEach(u -> check(u, subject, out));
    }
  }

  private static Stream<User> users(Model file) {
    Iterable<EObject> all = file::eAllContents;
    return StreamSupport.stream(all.spliterator(), false)
        .filter(User.class::isInstance)
        .map(User.class::cast);
  }

  private static void check(User user, Subject subject, Consumer<Problem> out) {
    for (int i = 0; i < user.getKeys().size(); i++) {
      String key = user.getKeys().get(i);
      if (!isKey(key)) {
        out.accept(
            Problem.of(
                    Code.USELESS_KEY,
                    subject.origins().of(user, Literals.USER__KEYS, i),
                    Messages.quoted(key) + " is no public key, and lets nobody in")
                .help("write the whole line of a file such as `~/.ssh/id_ed25519.pub`"));
      }
    }
  }

  private static boolean isKey(String key) {
    String[] words = key.strip().split("\\s+");
    if (words.length < 2) {
      return false;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(words[1]));
      byte[] type = words[0].getBytes(StandardCharsets.UTF_8);
      byte[] found = new byte[type.length];
      if (bytes.remaining() < Integer.BYTES + type.length || bytes.getInt() != type.length) {
        return false;
      }
      bytes.get(found);
      return Arrays.equals(type, found) && bytes.hasRemaining();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
