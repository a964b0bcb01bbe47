package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.assay.support.Database;
import org.assay.support.Lock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a migration that waits for a table, all who read it would wait: it gives up, and is tried again. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class MigrationLockTest {

    @Inject
    Flyway flyway;

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TempDir
    Path folder;

    @Test
    void a_migration_waits_no_longer_for_a_table_than_a_request_does() throws Exception {
        Files.writeString(
                folder.resolve("V9000__A_claim_has_another_column.sql"), "alter table claim add column another text;");
        var migration = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("filesystem:" + folder)
                .dataSource(url + "&socketTimeout=30", "postgres", "postgres")
                .resourceProvider(null)
                .validateOnMigrate(false)
                .load();
        try (var lock = Lock.onTable("claim", database.getConnection())) {
            var refused = assertThrows(FlywayException.class, migration::migrate);
            assertTrue(refused.getMessage().contains("lock timeout"), refused::getMessage);
            assertEquals(0, lock.waiting());
        }
    }
}
