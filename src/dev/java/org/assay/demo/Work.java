package org.assay.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assay.article.Article;
import org.assay.article.Passage;
import org.assay.claim.Claim;
import org.assay.claim.Claimant;
import org.assay.claim.Evidence;
import org.assay.claim.EvidenceKind;
import org.assay.claim.Particulars;
import org.assay.claim.Proposing;
import org.assay.claim.Stance;
import org.assay.claim.Verdict;
import org.assay.claim.Wording;
import org.assay.people.Person;
import org.assay.people.Role;
import org.assay.publication.Publication;
import org.assay.publication.PublishedVersion;

/** What the demonstration's people do to the claims of its story, by the newsroom's own verbs, at a time that is given. */
record Work(Article story, Proposing proposing) {

    static final Person ROSA = new Person("rosa", "Rosa", Set.of(Role.REVIEWER));
    static final Person RAVI = new Person("ravi", "Ravi", Set.of(Role.REVIEWER));
    static final Person EDITH = new Person("edith", "Edith", Set.of(Role.EDITOR));
    static final Person EMIL = new Person("emil", "Emil", Set.of(Role.EDITOR));

    static final Claimant BESSENT = new Claimant(
            "Scott Bessent",
            "US Treasury Secretary",
            "https://en.wikipedia.org/wiki/Scott_Bessent",
            Claimant.Type.PERSON);

    private static final LocalDate REMARKS = LocalDate.of(2025, 10, 15);

    Claim log(
            String statement,
            String quote,
            Claimant claimant,
            Wording wording,
            List<String> topics,
            String reason,
            Person by,
            Instant at) {
        Passage passage = Passage.find(
                story.snapshot().text(), new Passage.Quote(story.id(), quote, null, null, null));
        var particulars = new Particulars(
                statement, "en", null, claimant, wording, claimant == null ? null : REMARKS, topics, reason);
        Claim claim = Claim.log(particulars, story, passage, by, at);
        claim.persistAndFlush();
        return claim;
    }

    /** Attaches what is neither quoted nor an expert's. */
    void attach(
            Claim claim, Stance stance, EvidenceKind kind, String note, Evidence.Cited source, Person by, Instant at) {
        claim.attach(new Evidence.Content(stance, kind, note, null, null, source), null, by, at);
    }

    static Evidence.Cited cited(String title, String publisher, String url, LocalDate on) {
        return new Evidence.Cited(title, publisher, url, on, null);
    }

    void propose(Claim claim, Verdict verdict, Person by, Instant at) {
        proposing.propose(claim, verdict, by, at);
    }

    void sign(Claim claim, Person editor, Instant at) {
        claim.approve(claim.dossier().digest(), editor, at);
        claim.persistAndFlush();
    }

    void publish(Claim claim, PublishedVersion.Draft draft, Person editor, Instant at) {
        Publication.publish(claim, draft, editor, at);
        claim.persistAndFlush();
    }
}
