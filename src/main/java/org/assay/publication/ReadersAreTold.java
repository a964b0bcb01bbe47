package org.assay.publication;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import org.assay.readers.Changed;

/** Whoever publishes or withdraws sees it at once on the replica that did it; the database tells the others. */
class ReadersAreTold {

    @Inject
    Event<Changed> changed;

    @PostPersist
    @PostUpdate
    void told(Publication publication) {
        changed.fire(new Changed(publication.claimId()));
    }
}
