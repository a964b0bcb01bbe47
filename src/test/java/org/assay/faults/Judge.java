package org.assay.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.faults.Write.Outcome;
import org.assay.support.Soon;

/** Compares what a journal says with what the database holds. */
public final class Judge {

    private final Connection database;
    private final Journal journal;
    private final Map<Long, List<Happened>> histories = new HashMap<>();
    private final Map<String, Integer> marks = new HashMap<>();

    private record Happened(String what, String subject) {}

    /** @param database a connection of its own */
    public Judge(Connection database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** @return how many of the writes whose answer never came were done */
    public long everyAcknowledgedWriteIsThereExactlyOnce() throws Throwable {
        Soon.soon(() -> assertEquals(0, unfinished()));
        read();
        long doneUnknown = marked();
        var byClaim = journal.writes().filter(write -> write.claim() > 0).collect(Collectors.groupingBy(Write::claim));
        for (var claim : byClaim.entrySet()) {
            doneUnknown += moved(claim.getKey(), claim.getValue());
        }
        return doneUnknown;
    }

    /** Transactions of the application that may still end one way or the other. */
    private int unfinished() throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_stat_activity where pid <> pg_backend_pid()"
                        + " and backend_type = 'client backend' and (xact_start is not null or state = 'active')"
                        + " and query !~ 'publication_change'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void read() throws SQLException {
        try (var statement = database.createStatement()) {
            try (var rows = statement.executeQuery("select url from article union all select statement from claim")) {
                while (rows.next()) {
                    marks.merge(rows.getString(1), 1, Integer::sum);
                }
            }
            try (var rows =
                    statement.executeQuery("select claim_id, what, by_subject from event order by claim_id, n")) {
                while (rows.next()) {
                    histories
                            .computeIfAbsent(rows.getLong(1), claim -> new ArrayList<>())
                            .add(new Happened(rows.getString(2), rows.getString(3)));
                }
            }
        }
    }

    /** What is told apart by what it says: articles and claims. */
    private long marked() {
        long doneUnknown = 0;
        for (Write write : journal.writes().filter(one -> one.claim() == 0).toList()) {
            int there = marks.getOrDefault(write.mark(), 0);
            switch (write.outcome()) {
                case ACKNOWLEDGED -> assertEquals(1, there, write.toString());
                case REFUSED -> assertEquals(0, there, write.toString());
                case UNKNOWN -> {
                    assertTrue(there <= 1, write.toString());
                    doneUnknown += there;
                }
            }
        }
        return doneUnknown;
    }

    /** What is told apart by its place in a history: the writes to a claim, which one program after another made. */
    private long moved(long claim, List<Write> writes) {
        var history = histories.getOrDefault(claim, List.of());
        var acknowledged =
                writes.stream().filter(write -> write.is(Outcome.ACKNOWLEDGED)).toList();
        for (Write write : acknowledged) {
            assertTrue(history.size() > write.from(), () -> "lost: " + write);
            assertEquals(new Happened(write.kind(), write.subject()), history.get(write.from()), write.toString());
        }
        var unknown = writes.stream().filter(write -> write.is(Outcome.UNKNOWN)).toList();
        for (int from = 1; from < history.size(); from++) {
            int at = from;
            var asked = writes.stream()
                    .filter(write -> write.from() == at && !write.is(Outcome.REFUSED))
                    .toList();
            assertTrue(
                    asked.stream()
                            .map(write -> new Happened(write.kind(), write.subject()))
                            .anyMatch(history.get(at)::equals),
                    () -> "nobody asked for event %d of claim %d, %s".formatted(at + 1, claim, history.get(at)));
        }
        long done = history.size() - 1L - acknowledged.size();
        assertTrue(done >= 0 && done <= unknown.size(), () -> "claim %d: %s".formatted(claim, writes));
        return done;
    }
}
