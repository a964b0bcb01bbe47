package org.assay.support;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.assay.search.CheckIndex;

/** The newsroom that the benchmark measures, at another size: every fifth of its claims was published. */
public final class Generated {

    private Generated() {}

    /** Into an empty schema, and until all of it can be found. */
    public static void newsroom(DataSource database, CheckIndex index, int claims) throws Throwable {
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
        Findable.all(database, index);
    }
}
