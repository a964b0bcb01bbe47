package org.assay.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.assay.claim.Event;
import org.assay.web.Json;

/** An event as its row has it. */
record Recorded(
        long claim,
        int n,
        Instant at,
        String bySubject,
        String byName,
        String what,
        String note,
        String changes,
        String previous,
        String hash) {

    static Recorded read(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong("claim"),
                row.getInt("n"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_subject"),
                row.getString("by_name"),
                row.getString("what"),
                row.getString("note"),
                row.getString("changes"),
                row.getString("previous"),
                row.getString("hash"));
    }

    /** Whether it says what it said when it was written. */
    boolean isSealed() {
        return Event.hash(claim, n, at, bySubject, byName, what, note, changes, previous)
                .equals(hash);
    }

    /** Of the dossier that was proposed, signed or published; empty where it was about none. */
    String digest() {
        return changes == null
                ? ""
                : Json.tree(Json.read(changes, Object.class)).path("digest").asText("");
    }
}
