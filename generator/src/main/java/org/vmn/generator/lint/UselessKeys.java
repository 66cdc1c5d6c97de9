package org.vmn.generator.lint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.User;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * Users as whom nobody can log in: they have no key, or one that sshd would ignore, since its
 * second word is not base64 of a key of the type that its first word names (RFC 4253, section 6.6).
 */
final class UselessKeys implements Check {
  private static final String LINE = "line of a file such as `~/.ssh/id_ed25519.pub`";

  /** What is written once is said once, however often a template or a repetition is copied. */
  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    Set<String> said = new HashSet<>();
    subject.files().stream()
        .flatMap(UselessKeys::users)
        .flatMap(u -> problems(u, subject))
        .filter(p -> said.add(p.origin() + p.message()))
        .forEach(out);
  }

  /** Those in templates with parameters are in models of their own, beside the file's. */
  private static Stream<User> users(Model file) {
    Iterable<EObject> all = () -> EcoreUtil.getAllContents(file.eResource(), true);
    return StreamSupport.stream(all.spliterator(), false)
        .filter(User.class::isInstance)
        .map(User.class::cast);
  }

  private static Stream<Problem> problems(User user, Subject subject) {
    if (user.getKeys().isEmpty()) {
      return Stream.of(
          Problem.of(
                  Code.USELESS_KEY,
                  subject.origins().whole(user),
                  Messages.quoted(user.getName()) + " has no key, so nobody can log in as it")
              .help("add `key` and, in quotation marks, the whole " + LINE));
    }
    return IntStream.range(0, user.getKeys().size())
        .filter(i -> !isKey(user.getKeys().get(i)))
        .mapToObj(i ->
            Problem.of(
                    Code.USELESS_KEY,
                    subject.origins().of(user, Literals.USER__KEYS, i),
                    Messages.quoted(user.getKeys().get(i))
                        + " is no public key, and lets nobody in")
                .help("write the whole " + LINE));
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
