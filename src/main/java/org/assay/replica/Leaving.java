package org.assay.replica;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A replica that was told to stop answers on for a while, and ends each connection with its next answer: whoever keeps
 * connections open comes again by a new one, to a replica that stays. Until it is told, no request is looked at.
 */
@ApplicationScoped
class Leaving {

    /** Ahead of what is answered from memory. */
    private static final int FIRST = -2_000;

    private volatile Router router;

    void start(@Observes Router router) {
        this.router = router;
    }

    void stop(@Observes ShutdownDelayInitiatedEvent stop) {
        router.route().order(FIRST).handler(Leaving::answer);
    }

    private static void answer(RoutingContext request) {
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.addHeadersEndHandler(
                    sent -> request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
            request.addEndHandler(ended -> request.request().connection().close());
        }
        request.next();
    }
}
