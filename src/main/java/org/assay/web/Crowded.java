package org.assay.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.assay.limits.Overloaded;
import org.assay.limits.TooMany;
import org.assay.site.Area;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells those who are too many, or ask too often, when to come again. A form comes back whole. */
@ApplicationScoped
class Crowded {

    static final long RETRY_AFTER_SECONDS = 2;

    static final String SENTENCE =
            "Too many are asking at this moment. Nothing was changed; please try again in a few seconds.";

    @Inject
    Bodies bodies;

    @ServerExceptionMapper
    Uni<Response> overloaded(Overloaded e, RoutingContext request) {
        return told(request, 503, SENTENCE, RETRY_AFTER_SECONDS);
    }

    @ServerExceptionMapper
    Uni<Response> tooMany(TooMany e, RoutingContext request) {
        return told(e, request);
    }

    Uni<Response> told(TooMany e, RoutingContext request) {
        return told(request, 429, e.getMessage(), e.seconds());
    }

    private Uni<Response> told(RoutingContext request, int status, String sentence, long seconds) {
        String path = request.normalizedPath();
        boolean typed = Area.of(path) == Area.DESK && request.request().method() == HttpMethod.POST;
        Uni<Response> told = typed
                ? bodies.comeBack(request, form -> Errors.failedForm(status, path, form, sentence))
                : Uni.createFrom().item(() -> Errors.answer(path, status, sentence, Map.of()));
        return told.invoke(answer -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
    }
}
