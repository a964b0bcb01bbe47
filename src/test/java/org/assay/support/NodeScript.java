package org.assay.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Scripts for Node in src/test/node, with the packages that they need from npm. */
public final class NodeScript {

    private static final Path SCRIPTS = Path.of("src/test/node").toAbsolutePath();
    private static final Path INSTALLED = Path.of("target/node").toAbsolutePath();

    private NodeScript() {}

    /** What the script wrote; the test is skipped where there is no Node, which in CI is a failure. */
    public static String ran(String script, String... arguments) throws IOException, InterruptedException {
        boolean there = isThere("node") && isThere("npm");
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("Node and npm are needed in CI.");
        }
        assumeTrue(there, "Node and npm are not installed, so the official client for Node cannot be tried.");
        Files.createDirectories(INSTALLED);
        Files.copy(
                SCRIPTS.resolve("package.json"),
                INSTALLED.resolve("package.json"),
                StandardCopyOption.REPLACE_EXISTING);
        run(List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"));
        var command = new ArrayList<>(List.of("node", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return run(command).strip();
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var errors = INSTALLED.resolve("errors.txt");
        var process = new ProcessBuilder(command)
                .directory(INSTALLED.toFile())
                .redirectError(errors.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        int status = process.waitFor();
        assertEquals(0, status, said + Files.readString(errors));
        return said;
    }
}
