package org.assay.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Refuses a body that says it is too large, with a sentence. It is read to its end and thrown away, since a browser that
 * cannot finish sending shows no answer; but who asks before sending (RFC 9110, 10.1.1) is told at once.
 */
@ApplicationScoped
class TooLarge {

    /** After the filters that set headers, before Quarkus' own limit, which answers nothing and hangs up. */
    private static final int PRIORITY = 5;

    /** 4 MB. */
    static final int MOST = 4 * 1024 * 1024;

    void look(@Observes Filters filters) {
        filters.register(this::refuse, PRIORITY);
    }

    private void refuse(RoutingContext request) {
        if (length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= MOST) {
            request.next();
        } else if (asksFirst(request.request())) {
            answer(request).onComplete(told -> request.request().connection().close());
        } else {
            request.request()
                    .handler(thrownAway -> {})
                    .endHandler(read -> answer(request))
                    .resume();
        }
    }

    /** Whether the client waits with its body until it is told to continue. */
    static boolean asksFirst(HttpServerRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }

    /** The whole body, which may have come in chunks without saying how long it is. */
    static byte[] read(InputStream body) throws IOException {
        byte[] read = body.readNBytes(MOST + 1);
        if (read.length > MOST) {
            throw new ClientErrorException(413);
        }
        return read;
    }

    static Response answer(String path) {
        return Errors.answer(path, 413, Errors.sentence(413), Map.of());
    }

    private static long length(String sent) {
        return sent != null && sent.matches("[0-9]{1,18}") ? Long.parseLong(sent) : 0;
    }

    private static Future<Void> answer(RoutingContext request) {
        return Early.answer(request, answer(request.normalizedPath()));
    }
}
