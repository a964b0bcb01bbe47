package org.assay.watch;

import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** By which one request is found again in the logs of all that it passed through. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** Nothing that could end a line or a field, however a log is written or read. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

    /** W3C Trace Context: version, trace, parent, flags. A trace of zeros alone is none. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private RequestId() {}

    /** The one that it bears, or else its trace's, or else a new one. */
    static String of(HttpServerRequest request) {
        return of(request.getHeader(HEADER), request.getHeader("traceparent"));
    }

    static String of(String sent, String traceparent) {
        if (sent != null && WELL_FORMED.matcher(sent).matches()) {
            return sent;
        }
        if (traceparent != null) {
            var trace = TRACEPARENT.matcher(traceparent);
            if (trace.matches()) {
                return trace.group(1);
            }
        }
        var random = ThreadLocalRandom.current();
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
