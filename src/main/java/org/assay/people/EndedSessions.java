package org.assay.people;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The sessions that ended before their time. They are in the database, so that every replica knows of them at once. */
@ApplicationScoped
class EndedSessions {

    /** Longer than any ID token lives, without which no cookie opens the desk. */
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    DataSource database;

    /** @param idToken its claims: a session is over by its own name, or with all that its person began until then */
    boolean include(JsonObject idToken) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select from ended_session where id = ? or (id = ? and ended_at >= ?)")) {
            select.setString(1, session(idToken.getString("sid")));
            select.setString(2, everySessionOf(idToken.getString("sub")));
            select.setTimestamp(3, Timestamp.from(Instant.ofEpochSecond(idToken.getLong("iat", 0L))));
            return select.executeQuery().next();
        }
    }

    /**
     * Takes part in the caller's transaction.
     *
     * @param id of {@link #session} or {@link #everySessionOf}
     * @return false where this token was taken before, and nothing is done
     */
    boolean end(String id, Instant endedAt, String jti, Instant now) throws SQLException {
        if (update("insert into logout_token values (?, ?) on conflict do nothing", jti, now) == 0) {
            return false;
        }
        update(
                "insert into ended_session as known values (?, ?) on conflict (id) do update set"
                        + " ended_at = greatest(known.ended_at, excluded.ended_at)",
                id,
                endedAt);
        forget(now.minus(KEPT));
        return true;
    }

    static String session(String sid) {
        return "sid:" + sid;
    }

    static String everySessionOf(String subject) {
        return "sub:" + subject;
    }

    private void forget(Instant before) throws SQLException {
        for (String old : List.of("logout_token where taken_at", "ended_session where ended_at")) {
            String table = old.substring(0, old.indexOf(' '));
            update(
                    "delete from %s where ctid in (select ctid from %s < ? for update skip locked)"
                            .formatted(table, old),
                    before);
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i] instanceof Instant at ? Timestamp.from(at) : values[i]);
            }
            return update.executeUpdate();
        }
    }
}
