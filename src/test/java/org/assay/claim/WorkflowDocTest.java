package org.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documentation shows the table that the code goes by. */
class WorkflowDocTest {

    @Test
    void the_documented_workflow_is_the_table_of_moves() throws IOException {
        String documented = Files.readString(Path.of("docs", "workflow.md"))
                .lines()
                .filter(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"));
        assertEquals(table(), documented, "docs/workflow.md should have this table:\n" + table() + "\n");
    }

    private static String table() {
        return "| move | who | from | to | needs |\n|---|---|---|---|---|\n"
                + Arrays.stream(Move.values())
                        .map(move -> "| %s | %s | %s | %s | %s |"
                                .formatted(move, move.role(), from(move), move.to(), move.needs()))
                        .collect(Collectors.joining("\n"));
    }

    private static String from(Move move) {
        return move.from().isEmpty()
                ? "–"
                : move.from().stream().sorted().map(Stage::toString).collect(Collectors.joining(", "));
    }
}
