package org.assay.replica;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;

/**
 * A replica that does not migrate by itself starts on no older schema than its own. On a newer one it does: migrations only
 * add, so the release before keeps working while the next one is rolled out.
 */
@ApplicationScoped
class Schema {

    private static final int FIRST = 1;

    @Inject
    Flyway flyway;

    /** @throws IllegalStateException where a migration of this release is missing in the database */
    void check(@Observes @Priority(FIRST) StartupEvent started) {
        var missing = flyway.info().pending();
        if (missing.length > 0) {
            throw new IllegalStateException(
                    ("The database lacks migrations of this release, from %s on. Please run the image once with"
                                    + " QUARKUS_INIT_AND_EXIT=true and QUARKUS_FLYWAY_MIGRATE_AT_START=true, and then start it again.")
                            .formatted(missing[0].getVersion()));
        }
    }
}
