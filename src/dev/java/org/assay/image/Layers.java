package org.assay.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Lays out the package for an image, a folder a layer. The package has its classes in three jars, each of which is another
 * after every change; here they are in jars by what changes together, so that a change touches few and small ones. All
 * files bear one time: what is the same is the same layer, whenever it was built.
 */
public final class Layers {

    /** As Jib has it. */
    private static final FileTime TIME = FileTime.fromMillis(1000);

    private static final LocalDateTime TIME_IN_JARS = LocalDateTime.of(2026, 1, 1, 0, 0);

    /** The first wins: a class that the build transformed stands before the one that was compiled. */
    private static final String[] JARS = {
        "quarkus/transformed-bytecode.jar", "quarkus/generated-bytecode.jar", "app/assay-.*\\.jar"
    };

    /** What the build writes anew each time, or that knows of all classes. */
    private static final Pattern WIRING = Pattern.compile(
            "io/quarkus/(runner|runtime/generated|arc)/.*|META-INF/.*|.*(HibernateProxy|_Synthetic_|_Extension_).*");

    private static final Pattern PAGES = Pattern.compile("(META-INF/resources|templates|db)/.*");
    private static final Pattern FEATURE = Pattern.compile("org/assay/(claim|publication|search|web)/.*");

    private final Path from;
    private final Path to;
    private final Map<String, Map<String, byte[]>> layers = new TreeMap<>();

    private Layers(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** The package's folder, the file with the image's command line, and the folder for the layers. */
    public static void main(String[] arguments) throws IOException {
        var layers = new Layers(Path.of(arguments[0]), Path.of(arguments[2]));
        layers.sort();
        layers.write(Path.of(arguments[1]));
        layers.setTimes();
    }

    private void sort() throws IOException {
        var taken = new TreeMap<String, byte[]>();
        for (String name : JARS) {
            try (var jar = new JarFile(file(name).toFile())) {
                for (var entry : jar.stream().filter(it -> !it.isDirectory()).toList()) {
                    taken.putIfAbsent(entry.getName(), jar.getInputStream(entry).readAllBytes());
                }
            }
        }
        taken.remove(JarFile.MANIFEST_NAME);
        taken.forEach((name, content) ->
                layers.computeIfAbsent(layer(name), it -> new TreeMap<>()).put(name, content));
    }

    private Path file(String name) throws IOException {
        try (var files = Files.walk(from, 2)) {
            return files.filter(it -> from.relativize(it).toString().matches(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String layer(String name) {
        var feature = FEATURE.matcher(name);
        if (PAGES.matcher(name).matches()) {
            return "pages";
        } else if (WIRING.matcher(name).matches() || !name.contains("/")) {
            return "wiring";
        } else if (feature.matches()) {
            return feature.group(1);
        }
        return name.startsWith("org/assay/") ? "others" : "framework";
    }

    private void write(Path arguments) throws IOException {
        copy(from.resolve("lib"), to.resolve("libraries/lib"));
        for (var layer : layers.entrySet()) {
            Path folder = Files.createDirectories(to.resolve(layer.getKey()).resolve("app"));
            writeJar(folder.resolve(layer.getKey() + ".jar"), layer.getValue());
        }
        Path wiring = to.resolve("wiring");
        copy(from.resolve("quarkus/quarkus-application.dat"), wiring.resolve("quarkus/quarkus-application.dat"));
        copy(arguments, wiring.resolve("java.args"));
        try (var run = new JarFile(from.resolve("quarkus-run.jar").toFile())) {
            writeJar(wiring.resolve("quarkus-run.jar"), withOurJars(run));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.getParent());
                    Files.copy(each, copy);
                }
            }
        }
    }

    private Map<String, byte[]> withOurJars(JarFile run) throws IOException {
        Manifest manifest = run.getManifest();
        String libraries = Arrays.stream(manifest.getMainAttributes()
                        .getValue(Attributes.Name.CLASS_PATH)
                        .split(" "))
                .filter(it -> it.startsWith("lib/"))
                .collect(Collectors.joining(" "));
        String ours =
                layers.keySet().stream().map(layer -> "app/" + layer + ".jar").collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, ours + " " + libraries);
        var written = new ByteArrayOutputStream();
        manifest.write(written);
        return Map.of(JarFile.MANIFEST_NAME, written.toByteArray());
    }

    /** Not compressed: a layer is compressed as a whole, which packs many small classes better than one by one. */
    private static void writeJar(Path jar, Map<String, byte[]> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                var zip = new ZipOutputStream(file)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (var each : entries.entrySet()) {
                var crc = new CRC32();
                crc.update(each.getValue());
                var entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(TIME_IN_JARS);
                entry.setSize(each.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        }
    }

    private void setTimes() throws IOException {
        try (var files = Files.walk(to)) {
            for (Path each : files.toList()) {
                Files.setLastModifiedTime(each, TIME);
            }
        }
    }
}
