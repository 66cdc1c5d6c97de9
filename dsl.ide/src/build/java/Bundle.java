import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Merges the class path that it runs on, ASM left out, into one jar: {@code java -cp … Bundle.java
 * JAR MAIN_CLASS}.
 *
 * <p>The start of {@code vmn} hangs on class-data sharing, which takes no class of a signed jar and
 * none older than Java 6: signatures go, and old classes are raised.
 */
final class Bundle {

  /** Reproducible jars: no time but this one. */
  private static final FileTime EPOCH = FileTime.fromMillis(315_619_200_000L);

  private final Map<String, byte[]> entries = new TreeMap<>();

  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    String asm = ClassReader.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    Bundle bundle = new Bundle();
    for (String element : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      Path path = Path.of(element);
      if (Files.isDirectory(path)) {
        bundle.addFolder(path);
      } else if (!path.equals(Path.of(asm))) {
        bundle.addJar(path);
      }
    }
    bundle.write(jar, arguments[1]);
  }

  private void addFolder(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        add(folder.relativize(file).toString().replace('\\', '/'), "vmn", Files.readAllBytes(file));
      }
    }
  }

  private void addJar(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile(), false)) {
      for (ZipEntry entry : java.util.Collections.list(jar.entries())) {
        if (!entry.isDirectory()) {
          add(
              entry.getName(),
              path.getFileName().toString(),
              jar.getInputStream(entry).readAllBytes());
        }
      }
    }
  }

  private void add(String name, String origin, byte[] content) {
    if (name.matches(
            "(META-INF/versions/.*/)?module-info.class|META-INF/MANIFEST.MF|META-INF/maven/.*")
        || name.matches("META-INF/[^/]*[.](SF|RSA|DSA|inf)")
        // The pictures of ELK's manual.
        || name.matches("images/.*[.](png|svg)")) {
      return;
    }
    if (name.matches("(META-INF/)?(about[^/]*[.]html|(LICENSE|NOTICE)[^/]*)")) {
      entries.put("META-INF/notices/" + origin + "/" + name.replaceFirst(".*/", ""), content);
    } else if (name.equals("plugin.properties") || name.startsWith("META-INF/services/")) {
      // EMF and Xtext each keep their messages in one: the validator throws when they are missing.
      entries.merge(name, content, Bundle::lines);
    } else {
      entries.putIfAbsent(name, name.endsWith(".class") ? raise(content) : content);
    }
  }

  private static byte[] lines(byte[] first, byte[] second) {
    byte[] both = java.util.Arrays.copyOf(first, first.length + 1 + second.length);
    both[first.length] = '\n';
    System.arraycopy(second, 0, both, first.length + 1, second.length);
    return both;
  }

  /** Classes from Java 7 on carry stack maps: an older one gets them and becomes one of Java 8. */
  private static byte[] raise(byte[] content) {
    int version = (content[6] & 0xff) << 8 | content[7] & 0xff;
    if (version >= Opcodes.V1_7) {
      return content;
    }
    try {
      ClassReader reader = new ClassReader(content);
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
      reader.accept(new Raise(writer), ClassReader.SKIP_FRAMES);
      return writer.toByteArray();
    } catch (RuntimeException e) {
      // A class that refers to an Eclipse that isn't there: nobody loads it, so leave it as it is.
      return content;
    }
  }

  private void write(Path jar, String main) throws IOException {
    Path draft = jar.resolveSibling(jar.getFileName() + ".draft");
    Files.createDirectories(jar.getParent());
    try (var zip = new ZipOutputStream(Files.newOutputStream(draft))) {
      put(
          zip,
          "META-INF/MANIFEST.MF",
          ("Manifest-Version: 1.0\nMain-Class: " + main + "\n").getBytes());
      for (var entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
    Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Stored, not deflated: what class-data sharing doesn't hold is read without inflating it. */
  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setLastModifiedTime(EPOCH);
    zip.putNextEntry(entry);
    zip.write(content);
  }

  private static final class Raise extends org.objectweb.asm.ClassVisitor {
    Raise(ClassWriter next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] faces) {
      super.visit(Opcodes.V1_8, access, name, signature, parent, faces);
    }
  }
}
