package org.vmn.generator.lint;

import java.util.Locale;
import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Image;
import org.vmn.dsl.vmn.ImageSource;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Images that anyone on the way could exchange. */
final class InsecureSources implements Check {
  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    subject.files().stream()
        .flatMap(f -> f.getElements().stream())
        .filter(Image.class::isInstance)
        .flatMap(i -> ((Image) i).getProperties().stream())
        .filter(ImageSource.class::isInstance)
        .map(ImageSource.class::cast)
        .filter(s -> isInsecure(s.getLocation()))
        .forEach(s ->
            out.accept(
                Problem.of(
                        Code.INSECURE_SOURCE,
                        subject.origins().of(s, Literals.IMAGE_SOURCE__LOCATION),
                        "nothing protects this image on its way")
                    .help("fetch it over `https`")));
  }

  private static boolean isInsecure(String location) {
    String start = location.toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("ftp://");
  }
}
