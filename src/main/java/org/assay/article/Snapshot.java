package org.assay.article;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.assay.people.Person;
import org.assay.web.Sha256;

/** An article's text as it was when somebody captured it. Written once: the database refuses a change. */
@Entity
public class Snapshot {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String text;
    private String sha256;
    private Instant capturedAt;
    private String capturedBy;

    protected Snapshot() {}

    Snapshot(String text, Person by, Instant now) {
        this.text = text;
        this.sha256 = Sha256.of(text);
        this.capturedAt = now;
        this.capturedBy = by.name();
    }

    public String text() {
        return text;
    }

    /** Lower-case hexadecimal, over the text's UTF-8. */
    public String sha256() {
        return sha256;
    }

    public Instant capturedAt() {
        return capturedAt;
    }

    public String capturedBy() {
        return capturedBy;
    }
}
