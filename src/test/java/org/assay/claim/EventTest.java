package org.assay.claim;

import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.RAVI;
import static org.assay.support.Newsrooms.ROSA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.people.Person;
import org.assay.web.Json;
import org.assay.web.Sha256;
import org.junit.jupiter.api.Test;

/** The history is a chain: no link can be changed, left out or moved without breaking the rest. */
class EventTest {

    private static final Claim CLAIM = SomeClaims.numbered(SomeClaims.aLoggedClaim(), 42);

    private static Event anEvent() {
        return new Event(CLAIM, 2, "edit", ROSA, NOW, "A note", "{}");
    }

    private static Claim sealed(Claim claim) {
        claim.history().forEach(Event::seal);
        return claim;
    }

    @Test
    void the_hash_changes_when_any_field_does() {
        var other = SomeClaims.numbered(SomeClaims.aLoggedClaim(), 43);
        var variants = new LinkedHashMap<String, Event>(Map.of(
                "none", anEvent(),
                "claim", new Event(other, 2, "edit", ROSA, NOW, "A note", "{}"),
                "number", new Event(CLAIM, 3, "edit", ROSA, NOW, "A note", "{}"),
                "what", new Event(CLAIM, 2, "attach", ROSA, NOW, "A note", "{}"),
                "who", new Event(CLAIM, 2, "edit", RAVI, NOW, "A note", "{}"),
                "when", new Event(CLAIM, 2, "edit", ROSA, NOW.plusNanos(1000), "A note", "{}"),
                "note", new Event(CLAIM, 2, "edit", ROSA, NOW, "A  note", "{}"),
                "no note", new Event(CLAIM, 2, "edit", ROSA, NOW, null, "{}"),
                "changes", new Event(CLAIM, 2, "edit", ROSA, NOW, "A note", "[]"),
                "no changes", new Event(CLAIM, 2, "edit", ROSA, NOW, "A note", null)));
        variants.put(
                "subject alone",
                new Event(CLAIM, 2, "edit", new Person("x", ROSA.name(), ROSA.roles()), NOW, "A note", "{}"));
        variants.put(
                "name alone",
                new Event(CLAIM, 2, "edit", new Person(ROSA.subject(), "x", ROSA.roles()), NOW, "A note", "{}"));
        var hashes = new HashSet<String>();
        variants.forEach((change, event) -> assertTrue(hashes.add(event.hash()), change));
        assertEquals(anEvent().hash(), anEvent().hash());
    }

    @Test
    void the_hash_changes_with_the_one_before_it() {
        Claim claim = SomeClaims.numbered(SomeClaims.aLoggedClaim(), 44);
        var first = new Event(claim, 2, "edit", ROSA, NOW, "A note", "{}");
        String unchained = first.hash();
        claim.seal("0".repeat(64));
        first.seal();
        assertNotEquals(unchained, first.hash());
    }

    @Test
    void texts_cannot_be_moved_from_one_field_to_the_next() {
        assertNotEquals(
                new Event(CLAIM, 2, "edit", ROSA, NOW, "a", "bc").hash(),
                new Event(CLAIM, 2, "edit", ROSA, NOW, "ab", "c").hash());
        assertNotEquals(
                new Event(CLAIM, 2, "edit", ROSA, NOW, "a\",\"b", null).hash(),
                new Event(CLAIM, 2, "edit", ROSA, NOW, "a", "b").hash());
    }

    @Test
    void the_hash_is_what_the_documentation_of_the_chain_says() {
        String array = "[42,2,\"2026-11-23T10:00:00Z\",\"subject-of-rosa\",\"rosa\",\"edit\",\"A note\",\"{}\",null]";
        assertEquals(Sha256.of(array), anEvent().hash());
    }

    @Test
    void each_event_is_chained_to_the_one_before_and_the_claim_knows_the_last() {
        Claim claim = SomeClaims.numbered(SomeClaims.aPublishedClaim(), 42);
        assertNull(claim.head());
        sealed(claim);
        String previous = null;
        for (Event event : claim.history()) {
            assertEquals(event.hash(), event.recordedHash());
            String chained = Sha256.of(Json.write(new Object[] {
                42L,
                event.n(),
                event.at().toString(),
                event.bySubject(),
                event.by(),
                event.what(),
                event.note(),
                event.changes(),
                previous
            }));
            assertEquals(chained, event.recordedHash());
            previous = event.recordedHash();
        }
        assertEquals(previous, claim.head());
    }

    @Test
    void the_history_tells_every_move_and_every_change_in_the_past() {
        for (Move move : Move.values()) {
            assertEquals(move.past(), new Event(CLAIM, 2, move.toString(), ROSA, NOW, null, null).past());
        }
        for (Change change : Change.values()) {
            assertEquals(change.past(), new Event(CLAIM, 2, change.toString(), ROSA, NOW, null, null).past());
            assertFalse(change.past().isBlank());
        }
    }

    @Test
    void an_event_without_changes_has_no_edits_and_no_details() {
        var event = new Event(CLAIM, 2, "return", ROSA, Instant.EPOCH, "A note", null);
        assertEquals(List.of(), event.edits());
        assertEquals("", event.detail("reason"));
    }
}
