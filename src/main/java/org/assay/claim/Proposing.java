package org.assay.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.assay.newsroom.Newsroom;
import org.assay.people.Person;
import org.assay.rating.RatingScale;

/** Proposes on the scale in force, under an address of the claim's own. */
@ApplicationScoped
public class Proposing {

    @Inject
    Slugs slugs;

    @Inject
    Newsroom newsroom;

    public void propose(Claim claim, Verdict verdict, Person by, Instant now) {
        slugs.assign(claim);
        claim.propose(verdict, RatingScale.current(), newsroom, by, now);
    }
}
