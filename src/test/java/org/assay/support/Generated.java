package org.assay.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The newsroom that the benchmark measures, at another size: every fifth of its claims was published. */
public final class Generated {

    private Generated() {}

    /** Into an empty schema. @return how many checks are live */
    public static int newsroom(DataSource database, int claims) throws IOException, SQLException {
        String script = Files.readString(Path.of("bench", "generate.sql"))
                .replaceAll("(?m)^\\\\.*$", "")
                .replaceAll("(?<!:):claims\\b", String.valueOf(claims))
                .replace(":'site'", "'http://localhost'")
                .replace("vacuum analyze;", "");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // So much in one statement may take longer than anything of the newsroom's may.
            int patience = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            try {
                statement.execute(script);
                statement.execute("vacuum analyze");
            } finally {
                connection.setNetworkTimeout(Runnable::run, patience);
            }
        }
        return claims / 5 - claims / 1_000;
    }
}
