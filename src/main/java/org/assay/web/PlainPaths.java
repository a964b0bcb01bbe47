package org.assay.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * No address of ours has matrix parameters (RFC 3986, 3.3). Whoever finds a resource leaves them out, and whoever guards one by
 * its path does not, so nothing is at an address with a semicolon in its path.
 */
@ApplicationScoped
class PlainPaths {

    /** After the filters that set headers, before what reads a body. */
    private static final int PRIORITY = 6;

    void look(@Observes Filters filters) {
        filters.register(this::refuse, PRIORITY);
    }

    private void refuse(RoutingContext request) {
        String path = request.request().path();
        if (path != null && path.indexOf(';') >= 0) {
            Early.answer(request, Errors.answer(request.normalizedPath(), 404, Errors.sentence(404), Map.of()));
        } else {
            request.next();
        }
    }
}
