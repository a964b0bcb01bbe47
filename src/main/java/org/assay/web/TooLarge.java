package org.assay.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ClientErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Refuses a body that says it is too large, with a sentence. It is read to its end and thrown away: a browser that
 * cannot finish sending shows no answer.
 */
@ApplicationScoped
class TooLarge {

    /** After the filters that set headers, before Quarkus' own limit, which answers nothing and hangs up. */
    private static final int PRIORITY = 5;

    /** 4 MB. */
    static final int MOST = 4 * 1024 * 1024;

    /** As quarkus.http.limits.max-body-size has it: beyond, the server hangs up. */
    private static final long MOST_THROWN_AWAY = 256L * 1024 * 1024;

    void look(@Observes Filters filters) {
        filters.register(this::refuse, PRIORITY);
    }

    private void refuse(RoutingContext request) {
        long length = length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length <= MOST || length > MOST_THROWN_AWAY) {
            request.next();
            return;
        }
        request.request()
                .handler(thrownAway -> {})
                .endHandler(read -> answer(request))
                .resume();
    }

    /** The whole body, which may have come in chunks without saying how long it is. */
    static byte[] read(InputStream body) throws IOException {
        byte[] read = body.readNBytes(MOST + 1);
        if (read.length > MOST) {
            throw new ClientErrorException(413);
        }
        return read;
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
