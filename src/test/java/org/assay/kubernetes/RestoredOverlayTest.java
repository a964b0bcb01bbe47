package org.assay.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations.md has people do to the overlay after a restore, as far as it needs no cluster. */
class RestoredOverlayTest {

    private static final Pattern COMMANDS =
            Pattern.compile("(?s)```sh\n((?:cd k8s/overlays/production\n|mv restored.yaml ).*?)```");

    @TempDir
    Path folder;

    /** Those of the blocks that begin in the overlay's folder, without what asks a cluster. */
    private static String commands() throws IOException {
        return COMMANDS.matcher(Files.readString(Path.of("docs", "operations.md")))
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> !line.startsWith("kubectl ") && !line.startsWith("cd "))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void the_new_cluster_is_recovered_from_the_old_one_and_all_else_is_of_the_new_one() throws Exception {
        Rendered.overlay("production");
        copy(Path.of("k8s"), folder.resolve("k8s"));
        Path overlay = folder.resolve("k8s").resolve("overlays").resolve("production");
        var process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands())
                .directory(overlay.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);

        var restored = Rendered.of(overlay);
        var cluster = restored.of("Cluster").getFirst();
        String name = Rendered.nameOf(cluster);
        assertTrue(name.matches("assay-db-\\d{8}"), name);
        assertEquals(List.of(), Models.refusals(cluster));
        var recovery = cluster.at("/spec/bootstrap/recovery");
        assertEquals("assay-db", recovery.path("source").asText());
        assertEquals(recovery.path("source"), cluster.at("/spec/externalClusters/0/plugin/parameters/serverName"));
        assertFalse(recovery.at("/recoveryTarget/targetTime").asText().isEmpty());
        for (var document : restored.documents()) {
            String others = document == cluster ? "" : document.toString().replace(name, "");
            assertFalse(
                    Pattern.compile("\\bassay-db\\b").matcher(others).find(),
                    () -> Rendered.nameOf(document) + " is still of the old cluster");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
