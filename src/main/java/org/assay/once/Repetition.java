package org.assay.once;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.people.Session;
import org.assay.web.Body;
import org.assay.web.Invalid;
import org.assay.web.Refused;

/**
 * Answers a repeated request as it was answered first (draft-ietf-httpapi-idempotency-key-header). It works inside the
 * transaction of the write, so that after a crash there are both the write and its answer, or neither.
 */
@Once
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE) // after that of @Transactional
class Repetition {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

    @Inject
    FirstAnswers answers;

    @Inject
    Session session;

    @Inject
    RoutingContext request;

    @Inject
    Clock clock;

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        String key = request.request().getHeader(HEADER);
        return key == null ? call.proceed() : once(asked(key, call), call);
    }

    private FirstAnswers.Asked asked(String key, InvocationContext call) {
        if (!KEY.matcher(key).matches()) {
            throw new Invalid(HEADER, "Please send a key of 1 to 255 printable ASCII characters.");
        }
        var body = (Body) Arrays.stream(call.getParameters())
                .filter(Body.class::isInstance)
                .findFirst()
                .orElseThrow();
        return new FirstAnswers.Asked(
                session.person().subject(),
                key,
                request.request().method() + " " + request.normalizedPath(),
                body.sha256());
    }

    private Response once(FirstAnswers.Asked asked, InvocationContext call) throws Exception {
        var kept = kept(asked);
        if (kept != null) {
            return kept.response();
        }
        var first = FirstAnswers.Answer.of((Response) call.proceed());
        answers.keep(asked, first, clock.instant());
        return first.response();
    }

    private FirstAnswers.Answer kept(FirstAnswers.Asked asked) throws SQLException {
        if (!answers.begin(asked)) {
            throw new Refused(
                    409,
                    "The first request with this Idempotency-Key is not answered yet. Please send it again in a moment.",
                    Map.of());
        }
        var kept = answers.of(asked, clock.instant());
        if (kept != null && !kept.asked().equals(asked)) {
            throw new Refused(
                    422,
                    "Another request was sent with this Idempotency-Key. Please choose a new key for each.",
                    Map.of());
        }
        return kept == null ? null : kept.answer();
    }
}
