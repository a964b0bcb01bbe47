package org.assay.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What image/Containerfile makes, without an engine: its layers in a folder, trained and started as it says. */
public final class Image {

    private static final Path ROOT = Path.of("target", "image-root").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static Path trained;

    private Image() {}

    /** An instruction of the file, and what it says. */
    public record Instruction(String name, String text) {

        /** As the list of words that an exec form is. */
        List<String> words() {
            return Stream.of(text.substring(1, text.length() - 1).split(","))
                    .map(word -> word.strip().replace("\"", ""))
                    .toList();
        }
    }

    public static List<Instruction> instructions() throws IOException {
        return Files.readAllLines(Path.of("image", "Containerfile")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .map(line -> new Instruction(line[0], line[1]))
                .toList();
    }

    /** The last of that name: later stages overrule. */
    public static String last(String name) throws IOException {
        return instructions().stream()
                .filter(it -> it.name().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow()
                .text();
    }

    /** The folders that become its layers, in their order. */
    public static List<Path> layers() throws IOException {
        return instructions().stream()
                .filter(it -> it.name().equals("COPY")
                        && it.text().endsWith(" ./")
                        && !it.text().startsWith("--"))
                .map(it -> Path.of(it.text().replace("/ ./", "")))
                .toList();
    }

    /** In a folder, and in those in it, by their names. */
    public static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, String> environment() throws IOException {
        return instructions().stream()
                .filter(it -> it.name().equals("ENV"))
                .map(it -> it.text().split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** The folder where the image's process runs, with the cache in it. */
    public static synchronized Path trained() throws IOException, InterruptedException {
        if (trained == null) {
            Path folder = laidOut();
            train();
            trained = folder;
        }
        return trained;
    }

    private static Path laidOut() throws IOException {
        if (Files.exists(ROOT)) {
            try (var files = Files.walk(ROOT)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Path folder = Files.createDirectories(inRoot(last("WORKDIR")));
        for (Path layer : layers()) {
            for (Path each : files(layer)) {
                Path copy = folder.resolve(layer.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return folder;
    }

    private static void train() throws IOException, InterruptedException {
        var training = instructions().stream()
                .filter(it -> it.name().equals("RUN") && it.text().startsWith("["))
                .findFirst()
                .orElseThrow();
        var command = new ArrayList<>(List.of(JAVA));
        String kit = Path.of("target", "training").toAbsolutePath().toString();
        for (String word : training.words().subList(1, training.words().size())) {
            command.add(word.startsWith("/app") ? inRoot(word).toString() : word.replace("/training", kit));
        }
        Path log = Path.of("target", "training.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(15, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private static Path inRoot(String path) {
        return ROOT.resolve(path.substring(1));
    }

    /** On free ports, and ready. */
    public static Replica started(String name, Map<String, String> environment)
            throws IOException, InterruptedException {
        var replica = launched(name, environment);
        replica.awaitStart();
        return replica;
    }

    public static Replica launched(String name, Map<String, String> more) throws IOException, InterruptedException {
        var entry = new Instruction("ENTRYPOINT", last("ENTRYPOINT")).words();
        var command = new ArrayList<>(entry);
        command.set(0, JAVA);
        var all = new HashMap<>(Map.of(
                // A cache that the JVM cannot use is an error here, and only slower elsewhere.
                "JDK_JAVA_OPTIONS",
                "-XX:AOTMode=on",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                "http://127.0.0.1:1/nobody",
                "QUARKUS_OIDC_CLIENT_ID",
                "assay",
                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                "none",
                "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
                "known-to-everyone-so-for-tests-only",
                "ASSAY_NEWSROOM_NAME",
                "The Newsroom of the Image",
                "ASSAY_NEWSROOM_URL",
                "http://localhost"));
        all.putAll(environment());
        all.put("ASSAY_SEARCH_FOLDER", Files.createTempDirectory(name).toString());
        all.putAll(more);
        return Replica.launched(name, command, trained(), all);
    }
}
