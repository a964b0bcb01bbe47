package org.assay.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A redirect within this site names a path alone. Whoever sends a request names the host that it is for, and no answer of ours
 * may lead there.
 */
@ApplicationScoped
class Locations {

    private static final int BEFORE_ALL_THAT_REDIRECTS = 900;

    void look(@Observes Filters filters) {
        filters.register(this::shorten, BEFORE_ALL_THAT_REDIRECTS);
    }

    private void shorten(RoutingContext request) {
        request.addHeadersEndHandler(sent -> {
            var headers = request.response().headers();
            String location = headers.get(HttpHeaders.LOCATION);
            if (location != null) {
                headers.set(HttpHeaders.LOCATION, within(own(request), location));
            }
        });
        request.next();
    }

    private static String own(RoutingContext request) {
        return request.request().scheme() + "://" + request.request().authority();
    }

    /** Two slashes, or what browsers take for them, would lead to another host without the own in front. */
    static String within(String own, String location) {
        return location.startsWith(own + "/") && !location.substring(own.length()).matches("(?s)/[/\\\\].*")
                ? location.substring(own.length())
                : location;
    }
}
