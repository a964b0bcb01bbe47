package org.assay.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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

    private Path overlay() throws IOException {
        copy(Path.of("k8s"), folder.resolve("k8s"));
        return folder.resolve("k8s").resolve("overlays").resolve("production");
    }

    /** @param cluster that is to be recovered */
    private static Rendered restored(Path overlay, String cluster, String commands) throws Exception {
        var bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(overlay.toFile())
                .redirectErrorStream(true);
        bash.environment().put("cluster", cluster);
        var process = bash.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return Rendered.of(overlay);
    }

    private static void isRecoveredFrom(String old, String name, Rendered restored) {
        isRecoveredFrom(old, old, name, restored);
    }

    private static void isRecoveredFrom(String old, String from, String name, Rendered restored) {
        var cluster = restored.of("Cluster").getFirst();
        assertEquals(name, Rendered.nameOf(cluster));
        assertEquals(List.of(), Models.refusals(cluster));
        var recovery = cluster.at("/spec/bootstrap/recovery");
        assertEquals(old, recovery.path("source").asText());
        assertEquals(old, cluster.at("/spec/externalClusters/0/name").asText());
        assertEquals(
                from,
                cluster.at("/spec/externalClusters/0/plugin/parameters/serverName")
                        .asText());
        for (var document : restored.documents()) {
            String others = document == cluster ? "" : document.toString().replace(name, "");
            assertFalse(
                    Pattern.compile("\\bassay-db\\b").matcher(others).find(),
                    () -> Rendered.nameOf(document) + " is still of the old cluster");
        }
    }

    private static JsonNode target(Rendered restored) {
        return restored.of("Cluster").getFirst().at("/spec/bootstrap/recovery/recoveryTarget");
    }

    @Test
    void the_new_cluster_is_recovered_from_the_old_one_and_all_else_is_of_the_new_one() throws Exception {
        Rendered.overlay("production");
        var restored = restored(overlay(), "assay-db", commands());
        isRecoveredFrom("assay-db", "assay-db-20261125", restored);
        assertFalse(target(restored).path("targetTime").asText().isEmpty());
    }

    @Test
    void the_new_name_may_be_put_in_again_where_that_broke_off() throws Exception {
        Rendered.overlay("production");
        String naming = commands()
                .lines()
                .filter(line -> line.startsWith("sed -i"))
                .findFirst()
                .orElseThrow();
        var restored = restored(overlay(), "assay-db", commands() + "\n" + naming);
        isRecoveredFrom("assay-db", "assay-db-20261125", restored);
        assertFalse(restored.documents().toString().contains("assay-db-20261125-20261125"));
    }

    @Test
    void what_was_restored_can_be_restored_again_and_whole() throws Exception {
        Rendered.overlay("production");
        Path overlay = overlay();
        restored(overlay, "assay-db", commands());
        String again = commands()
                .replace("assay-db-20261125", "assay-db-20261201")
                .replaceFirst("recoveryTarget: \\{.*?}", "recoveryTarget: null");
        var restored = restored(overlay, "assay-db-20261125", again);
        isRecoveredFrom("assay-db-20261125", "assay-db-20261201", restored);
        assertTrue(target(restored).isMissingNode(), () -> target(restored).toString());
    }

    @Test
    void what_was_restored_can_be_restored_to_a_moment_before_that() throws Exception {
        Rendered.overlay("production");
        Path overlay = overlay();
        restored(overlay, "assay-db", commands());
        String again = commands()
                .replace("assay-db-20261125", "assay-db-20261201")
                .replaceFirst("from=\\$old", "from=assay-db");
        var restored = restored(overlay, "assay-db-20261125", again);
        isRecoveredFrom("assay-db-20261125", "assay-db", "assay-db-20261201", restored);
    }

    @Test
    void the_store_alone_is_what_a_lost_installation_begins_with() throws Exception {
        String text = Files.readString(Path.of("docs", "operations.md"));
        var sed = Pattern.compile("`(sed '\\S+' )k8s/overlays/production/(backup.yaml) \\| kubectl")
                .matcher(text);
        assertTrue(sed.find());
        var process = new ProcessBuilder("bash", "-c", sed.group(1) + sed.group(2))
                .directory(overlay().toFile())
                .start();
        String left = new String(process.getInputStream().readAllBytes());
        assertTrue(left.contains("kind: ObjectStore"), left);
        assertFalse(left.contains("kind: ScheduledBackup"), left);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
