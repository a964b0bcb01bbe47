package org.assay.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Refuses a body that says it is too large, with a sentence. It is read to its end and thrown away, since a browser that
 * cannot finish sending shows no answer, for as long as others are waited for; but who asks before sending (RFC 9110, 10.1.1) is told at once.
 */
@ApplicationScoped
class TooLarge {

    /** After the filters that set headers, before Quarkus' own limit, which answers nothing and hangs up. */
    private static final int PRIORITY = 5;

    /** 4 MB. */
    static final int MOST = 4 * 1024 * 1024;

    private final Duration patience;

    @Inject
    TooLarge(Bodies.Settings settings) {
        patience = settings.patience();
    }

    void look(@Observes Filters filters) {
        filters.register(this::refuse, PRIORITY);
    }

    private void refuse(RoutingContext request) {
        if (length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= MOST) {
            request.next();
        } else if (asksFirst(request.request())) {
            answer(request).onComplete(told -> request.request().connection().close());
        } else {
            var connection = request.request().connection();
            long timer = request.vertx().setTimer(patience.toMillis(), late -> connection.close());
            request.addEndHandler(told -> request.vertx().cancelTimer(timer));
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

    private static long length(String sent) {
        return sent != null && sent.matches("[0-9]{1,18}") ? Long.parseLong(sent) : 0;
    }

    private static Future<Void> answer(RoutingContext request) {
        return Early.answer(request, Errors.leftBehind(request.normalizedPath(), new Unread(Unread.Fault.TOO_LARGE)));
    }
}
