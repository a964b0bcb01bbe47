package org.assay.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.assay.web.Invalid;
import org.assay.web.Unavailable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Whether all history is as it was written. It reads everything, so that one at a time is enough. */
@Path("/api/v1/audit/verification")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
class AuditVerification {

    private static final Semaphore ONE = new Semaphore(1);

    /** For the database to put all history in order. */
    private static final int LONGEST_MILLIS = 600_000;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @GET
    @Operation(summary = "Verify the history of all claims, and that it is the one of an older head")
    public Verification verify(
            @Parameter(description = "The older head's instant") @RestQuery String at,
            @Parameter(description = "How many claims it counts") @RestQuery Long claims,
            @Parameter(description = "How many events it counts") @RestQuery Long events,
            @Parameter(description = "Its digest") @RestQuery String digest)
            throws SQLException {
        boolean none = at == null && claims == null && events == null && digest == null;
        var older = none
                ? null
                : new Head(instant(at), sent("claims", claims), sent("events", events), sent("digest", digest));
        if (!ONE.tryAcquire()) {
            throw new Unavailable("The history is being verified for somebody else. Please try again in a minute.");
        }
        try (var connection = database.getConnection()) {
            int others = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, LONGEST_MILLIS);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return Verification.of(connection, clock.instant(), older);
            } finally {
                connection.rollback();
                connection.setNetworkTimeout(Runnable::run, others);
            }
        } finally {
            ONE.release();
        }
    }

    private static <T> T sent(String name, T value) {
        if (value == null) {
            throw new Invalid(name, "Please send all of the older head: at, claims, events and digest.");
        }
        return value;
    }

    private static Instant instant(String at) {
        try {
            return Instant.parse(at == null ? "" : at);
        } catch (DateTimeParseException e) {
            throw new Invalid(
                    "at", "Please send the older head's instant as it was told, such as 2026-11-23T04:00:00Z.");
        }
    }
}
