package org.assay.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.assay.search.CheckIndex;

/** What the search index has seen: until then it asks the database in its own time, and may answer nothing. */
public final class Findable {

    private Findable() {}

    public static void all(DataSource database, CheckIndex index) throws Throwable {
        Soon.within(Duration.ofMinutes(2), () -> {
            assertEquals(newest(database), index.seen());
            assertTrue(index.isReady(), "the index has seen all");
        });
    }

    private static long newest(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery("select max(seq) from publication_change")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
