package org.assay.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assay.readers.Changed;
import org.assay.support.Database;
import org.assay.support.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ReadersAreToldTest {

    @Singleton
    static class Heard {
        private final ConcurrentLinkedQueue<Long> claims = new ConcurrentLinkedQueue<>();

        void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
            claims.add(changed.claim());
        }
    }

    @Inject
    Heard heard;

    @Test
    void each_publication_and_withdrawal_is_told_on_the_replica_that_made_it_before_it_answers() {
        long claim = Given.aPublishedClaim();
        assertEquals(1, Collections.frequency(heard.claims, claim));
        Given.anotherVersion(claim, "update", "There is news.");
        assertEquals(2, Collections.frequency(heard.claims, claim));
        Given.make("emil", claim, "withdrawal", Map.of("reason", "It was forged."));
        assertEquals(3, Collections.frequency(heard.claims, claim));
    }
}
