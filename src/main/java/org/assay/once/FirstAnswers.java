package org.assay.once;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.assay.web.Json;

/** What was answered to requests with a key, for a day, in the database that all replicas share. */
@ApplicationScoped
class FirstAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    /** Each that is kept takes so many of the old ones away, so that they never heap up. */
    private static final int FORGOTTEN_AT_ONCE = 100;

    @Inject
    DataSource database;

    /**
     * @param caller the person's subject, with whom alone a key means anything
     * @param request method and path
     */
    record Asked(String caller, String key, String request, String bodySha256) {}

    record Kept(Asked asked, Answer answer) {}

    /**
     * @param location a path, so that it leads on whatever host it is asked for again; null where there is none
     * @param body as JSON; null where there is none
     */
    record Answer(int status, String location, String etag, String body) {

        static Answer of(Response answer) {
            return new Answer(
                    answer.getStatus(),
                    answer.getLocation() == null ? null : answer.getLocation().getRawPath(),
                    answer.getHeaderString(HttpHeaders.ETAG),
                    answer.getEntity() == null ? null : Json.write(answer.getEntity()));
        }

        /** The first is sent as each repetition is, so that they are the same to the byte. */
        Response response() {
            var response = Response.status(status).entity(body);
            if (location != null) {
                response.location(URI.create(location));
            }
            if (etag != null) {
                response.header(HttpHeaders.ETAG, etag);
            }
            return body == null
                    ? response.build()
                    : response.type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                            .build();
        }
    }

    /** @return false while another transaction, at any replica, is at work on the same; it is not waited for */
    boolean begin(Asked asked) throws SQLException {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(
                        "select pg_try_advisory_xact_lock(hashtextextended('first_answer ' || ? || ' ' || ?, 0))")) {
            identify(lock, asked);
            try (var rows = lock.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /** Null where there is none, or none of the last day. Needs {@link #begin}. */
    Kept of(Asked asked, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var old = connection.prepareStatement(
                        "delete from first_answer where caller = ? and key = ? and answered_at < ?");
                var select = connection.prepareStatement("select request, body_sha256, status, location, etag, body"
                        + " from first_answer where caller = ? and key = ?")) {
            identify(old, asked);
            old.setTimestamp(3, Timestamp.from(now.minus(KEPT)));
            old.executeUpdate();
            identify(select, asked);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? new Kept(
                                new Asked(asked.caller(), asked.key(), row.getString(1), row.getString(2)),
                                new Answer(row.getInt(3), row.getString(4), row.getString(5), row.getString(6)))
                        : null;
            }
        }
    }

    /** Takes part in the caller's transaction. */
    void keep(Asked asked, Answer answer, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement("insert into first_answer values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var forget = connection.prepareStatement("delete from first_answer where ctid in (select ctid from"
                        + " first_answer where answered_at < ? order by answered_at limit " + FORGOTTEN_AT_ONCE
                        + " for update skip locked)")) {
            identify(insert, asked);
            insert.setString(3, asked.request());
            insert.setString(4, asked.bodySha256());
            insert.setInt(5, answer.status());
            insert.setString(6, answer.location());
            insert.setString(7, answer.etag());
            insert.setString(8, answer.body());
            insert.setTimestamp(9, Timestamp.from(now));
            insert.executeUpdate();
            forget.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
            forget.executeUpdate();
        }
    }

    private static void identify(PreparedStatement statement, Asked asked) throws SQLException {
        statement.setString(1, asked.caller());
        statement.setString(2, asked.key());
    }
}
