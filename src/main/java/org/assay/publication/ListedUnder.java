package org.assay.publication;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a live check names a subject, and in which words. */
@Entity
@Table(name = "listed_under")
@IdClass(ListedUnder.Key.class)
public class ListedUnder {

    record Key(Long listing, Long subject) {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "claim_id")
    private Listing listing;

    @Id
    @ManyToOne(optional = false)
    private Subject subject;

    private int place;
    private String name;
    private Instant publishedAt;
    private int scale;
    private String rating;

    protected ListedUnder() {}

    ListedUnder(Listing listing, Subject subject, int place, String name) {
        this.listing = listing;
        this.subject = subject;
        this.place = place;
        this.name = name;
        this.publishedAt = listing.publishedAt();
        this.scale = listing.scale();
        this.rating = listing.rating();
    }

    Subject subject() {
        return subject;
    }

    /** As the check's dossier names it. */
    public String name() {
        return name;
    }

    public String address() {
        return subject.address();
    }
}
