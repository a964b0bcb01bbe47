package org.assay.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.security.spi.runtime.AuthenticationSuccessEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assay.site.Area;
import org.assay.site.SafeMethods;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Gives each request an id, measures how long its answer took, and writes a line about what changed something or failed. Pages
 * that are kept never come here.
 */
@ApplicationScoped
public class Requests {

    /** After the page cache, before all else: what is refused on the way is watched too. */
    private static final int AFTER_KEPT_PAGES = 990;

    private static final Logger LOG = Logger.getLogger("org.assay.requests");

    /** A caller may make up others, as long as they like. */
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);

    private static final String BEGAN = Requests.class.getName() + ".began";
    private static final String WATCHED = Requests.class.getName();

    private static final String NO_ROUTE = "none";

    /** A parameter of a path with what it may be: {@code {slug:[a-z]{1,9}}}. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}");

    private static final class Watched {
        private final String id;
        private final Area side;
        private final boolean writes;
        private final long began;
        private volatile String route = NO_ROUTE;
        private volatile String subject;
        private volatile Duration took;

        private Watched(RoutingContext request) {
            Long before = request.get(BEGAN);
            began = before == null ? System.nanoTime() : before;
            id = RequestId.of(request.request());
            side = Area.of(request.normalizedPath());
            writes = !SafeMethods.include(request.request().method().name());
        }
    }

    private record Kind(Area side, boolean writes, String route, int statusClass) {}

    private final MeterRegistry meters;
    private final ConcurrentMap<Kind, Timer> timers = new ConcurrentHashMap<>();

    @Inject
    Requests(MeterRegistry meters) {
        this.meters = meters;
    }

    /** For a request that waits before it comes here. @param nanoTime when it came in */
    public static void began(RoutingContext request, long nanoTime) {
        request.put(BEGAN, nanoTime);
    }

    void install(@Observes Filters filters) {
        filters.register(this::watch, AFTER_KEPT_PAGES);
    }

    private void watch(RoutingContext request) {
        var watched = new Watched(request);
        request.put(WATCHED, watched);
        request.response().putHeader(RequestId.HEADER, watched.id);
        MDC.put("requestId", watched.id);
        // Until the first byte: a reader on a slow line makes nothing of ours slow.
        request.addHeadersEndHandler(sent -> measure(request, watched));
        request.addEndHandler(ended -> tell(request, watched));
        request.next();
    }

    void known(@Observes AuthenticationSuccessEvent success) {
        if (success.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                && success.getEventProperties().get(RoutingContext.class.getName()) instanceof RoutingContext request
                && request.get(WATCHED) instanceof Watched watched
                && token.getSubject() != null) {
            watched.subject = token.getSubject();
            MDC.put("subject", watched.subject);
        }
    }

    /** Also of those who hang up before there is an answer. */
    @ServerRequestFilter(priority = 0)
    public void matched(RoutingContext request) {
        routed(request);
    }

    /** The template, never the address: there are few of them, and nothing in them that anybody wrote. */
    @ServerResponseFilter
    public void routed(RoutingContext request) {
        var target = CurrentRequestManager.get().getTarget();
        if (target != null && request.get(WATCHED) instanceof Watched watched) {
            String path = target.getPath() == null ? "" : target.getPath().template;
            String of = target.getClassPath() == null ? "" : target.getClassPath().template;
            watched.route = PARAMETER.matcher(path.equals("/") ? of : of + path).replaceAll("{$1}");
        }
    }

    private void measure(RoutingContext request, Watched watched) {
        watched.took = Duration.ofNanos(System.nanoTime() - watched.began);
        var kind = new Kind(
                watched.side, watched.writes, watched.route, request.response().getStatusCode() / 100);
        timers.computeIfAbsent(kind, this::timer).record(watched.took);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("assay.http.requests")
                .description("From a request's coming in to the first byte of its answer, but for pages that are kept")
                .tags("side", kind.side.toString())
                .tags("kind", kind.writes ? "write" : "read")
                .tags("route", kind.route)
                .tags("status", kind.statusClass + "xx")
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(meters);
    }

    private static void tell(RoutingContext request, Watched watched) {
        boolean answered = watched.took != null;
        int code = request.response().getStatusCode();
        if ((!answered || code < 500) && (!watched.writes || watched.side == Area.PUBLIC)) {
            return;
        }
        // Whoever hung up was told nothing, though it may have been done.
        String status = answered ? String.valueOf(code) : "none";
        String method = METHODS.contains(request.request().method())
                ? request.request().method().name()
                : "OTHER";
        var line = new ExtLogRecord(
                answered && code >= 500 ? Level.WARN : Level.INFO,
                method + " " + watched.route + " " + status,
                Requests.class.getName());
        line.setLoggerName(LOG.getName());
        line.putMdc("requestId", watched.id);
        if (watched.subject != null) {
            line.putMdc("subject", watched.subject);
        }
        line.putMdc("method", method);
        line.putMdc("route", watched.route);
        line.putMdc("status", status);
        line.putMdc(
                "millis", !answered ? "none" : String.valueOf(TimeUnit.NANOSECONDS.toMillis(watched.took.toNanos())));
        LOG.logRaw(line);
    }
}
