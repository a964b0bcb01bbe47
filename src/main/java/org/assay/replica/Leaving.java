package org.assay.replica;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A replica that was told to stop answers on for a while, and ends each connection with its next answer: whoever keeps
 * connections open comes again by a new one, to a replica that stays.
 */
@ApplicationScoped
class Leaving {

    /** Ahead of what is answered from memory. */
    private static final int FIRST = 2_000;

    private volatile boolean told;

    void stop(@Observes ShutdownDelayInitiatedEvent stop) {
        told = true;
    }

    void install(@Observes Filters filters) {
        filters.register(this::answer, FIRST);
    }

    private void answer(RoutingContext request) {
        if (told && request.request().version() != HttpVersion.HTTP_2) {
            request.addHeadersEndHandler(
                    sent -> request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
            request.addEndHandler(ended -> request.request().connection().close());
        }
        request.next();
    }
}
