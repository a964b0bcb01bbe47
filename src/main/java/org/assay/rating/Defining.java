package org.assay.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.assay.newsroom.NamedLock;
import org.assay.people.Person;

/** Adds the next version of the rating scale, one admin at a time. */
@ApplicationScoped
class Defining {

    @Inject
    NamedLock lock;

    @Inject
    Clock clock;

    RatingScale define(RatingScale.Draft draft, Person admin) {
        lock.hold("rating scale");
        var next = RatingScale.define(RatingScale.current().version() + 1, draft, admin, clock.instant());
        next.persist();
        return next;
    }
}
