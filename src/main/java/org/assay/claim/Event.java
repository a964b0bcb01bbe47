package org.assay.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrePersist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.people.Person;
import org.assay.web.Json;
import org.assay.web.Sha256;

/** Something that happened to a claim. Written once, and chained by its hash to what happened before. */
@Entity
@EntityListeners(MovesMade.Recorded.class)
public class Event extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Claim claim;

    private int n;
    private Instant at;
    private String bySubject;
    private String byName;
    private String what;
    private String note;
    private String changes;
    private String previous;
    private String hash;

    protected Event() {}

    Event(Claim claim, int n, String what, Person by, Instant at, String note, String changes) {
        this.claim = claim;
        this.n = n;
        this.what = what;
        this.bySubject = by.subject();
        this.byName = by.name();
        this.at = at;
        this.note = note;
        this.changes = changes;
    }

    /** Only now does a new claim have the id that the hash binds. */
    @PrePersist
    void seal() {
        previous = claim.head();
        hash = hash();
        claim.seal(hash);
    }

    String hash() {
        return hash(claim.id(), n, at, bySubject, byName, what, note, changes, previous);
    }

    /**
     * SHA-256 over the JSON array of claim, number, instant, subject, name, what, note, changes and the hash before;
     * what is absent is null.
     */
    public static String hash(
            long claim,
            int n,
            Instant at,
            String bySubject,
            String byName,
            String what,
            String note,
            String changes,
            String previous) {
        return Sha256.of(
                Json.write(new Object[] {claim, n, at.toString(), bySubject, byName, what, note, changes, previous}));
    }

    public Long id() {
        return id;
    }

    public Claim claim() {
        return claim;
    }

    public int n() {
        return n;
    }

    public Instant at() {
        return at;
    }

    public String by() {
        return byName;
    }

    public String bySubject() {
        return bySubject;
    }

    /** A move's or a change's name in lower case. */
    public String what() {
        return what;
    }

    public String note() {
        return note;
    }

    public String changes() {
        return changes;
    }

    public String recordedHash() {
        return hash;
    }

    /** A field that an edit changed, with what it said and what it says; empty where it said nothing. */
    public record Edit(String field, String was, String is) {}

    public List<Edit> edits() {
        var edits = new ArrayList<Edit>();
        details().properties().forEach(field -> {
            if (field.getValue().has("was") || field.getValue().has("is")) {
                edits.add(new Edit(
                        field.getKey(),
                        words(field.getValue().path("was")),
                        words(field.getValue().path("is"))));
            }
        });
        return edits;
    }

    /** What else is recorded under this name, such as a drop's {@code reason}; empty where nothing is. */
    public String detail(String name) {
        return words(details().path(name));
    }

    private JsonNode details() {
        return changes == null ? MissingNode.getInstance() : Json.read(changes, JsonNode.class);
    }

    private static String words(JsonNode value) {
        if (value.isContainerNode()) {
            var words = new ArrayList<String>();
            value.forEach(inner -> words.add(words(inner)));
            return String.join(", ", words);
        }
        return value.isNull() ? "" : value.asText();
    }

    /** What happened, as the history tells it. */
    public String past() {
        return move().map(Move::past)
                .orElseGet(() -> Change.valueOf(what.toUpperCase(Locale.ROOT)).past());
    }

    boolean isMove() {
        return move().isPresent();
    }

    /** Empty where it changed something without moving the claim. */
    Optional<Move> move() {
        return Arrays.stream(Move.values())
                .filter(move -> move.toString().equals(what))
                .findFirst();
    }
}
