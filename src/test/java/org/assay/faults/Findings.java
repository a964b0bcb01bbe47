package org.assay.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assay.faults.Write.Outcome;

/** What each fault did, as a table in {@code target/faults.md}. */
public final class Findings {

    private static final Path TABLE = Path.of("target", "faults.md");
    private static final String HEADING = """
            | fault | acknowledged | refused | unknown | of these done | longest answer | resumed within |
            |---|---|---|---|---|---|---|
            """;

    private final List<String> rows = new ArrayList<>();

    public void note(String fault, Journal journal, long doneUnknown, Duration resumed) throws IOException {
        rows.add("| %s | %d | %d | %d | %d | %s | %s |\n"
                .formatted(
                        fault,
                        journal.count(Outcome.ACKNOWLEDGED),
                        journal.count(Outcome.REFUSED),
                        journal.count(Outcome.UNKNOWN),
                        doneUnknown,
                        seconds(journal.longestWait()),
                        seconds(resumed)));
        Files.writeString(TABLE, HEADING + String.join("", rows));
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }
}
