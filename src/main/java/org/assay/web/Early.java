package org.assay.web;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** Answers that are sent before any resource is asked. */
final class Early {

    private Early() {}

    static Future<Void> answer(RoutingContext request, Response answer) {
        return request.response()
                .setStatusCode(answer.getStatus())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.getMediaType().toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(
                        answer.getEntity() instanceof TemplateInstance page
                                ? page.render()
                                : answer.getEntity().toString());
    }
}
