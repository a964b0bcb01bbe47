package org.assay.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that says it is too large, with a sentence. It is read to its end and thrown away: a browser that
 * cannot finish sending shows no answer.
 */
@ApplicationScoped
class TooLarge {

    /** After the filters that set headers, before Quarkus' own limit, which answers nothing and hangs up. */
    private static final int PRIORITY = 5;

    private static final long MOST_THROWN_AWAY = 256L * 1024 * 1024;

    @Inject
    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize most;

    void look(@Observes Filters filters) {
        filters.register(this::refuse, PRIORITY);
    }

    private void refuse(RoutingContext request) {
        long length = length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length <= most.asLongValue() || length > MOST_THROWN_AWAY) {
            request.next();
            return;
        }
        request.request()
                .handler(thrownAway -> {})
                .endHandler(read -> answer(request))
                .resume();
    }

    private static long length(String sent) {
        return sent != null && sent.matches("[0-9]{1,18}") ? Long.parseLong(sent) : 0;
    }

    private static void answer(RoutingContext request) {
        String path = request.normalizedPath();
        boolean program = path.startsWith("/api/");
        String sentence = Errors.sentence(413);
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, program ? "application/problem+json" : "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(
                        program
                                ? Errors.problem(413, sentence, Map.of())
                                        .getEntity()
                                        .toString()
                                : Errors.Templates.page(413, Errors.title(413), sentence, path.startsWith("/desk"))
                                        .render());
    }
}
