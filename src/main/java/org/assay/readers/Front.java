package org.assay.readers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import org.assay.site.Area;
import org.assay.watch.Requests;

/**
 * Answers readers from the page cache before anything else has a look at the request, on the event loop. What is not kept
 * goes on to the page's own class, once for all who ask for it at that moment.
 */
@ApplicationScoped
class Front {

    /** Ahead of all filters of Quarkus: neither who asks nor what they send matters to a page that all may see. */
    private static final int FIRST = 1_000;

    private static final String RENDERING = Front.class.getName();

    private static final String CHANGED_AT = Front.class.getName() + ".changedAt";

    /** Set for each page anew. */
    private static final Set<String> NOT_KEPT = Set.of(
            "etag",
            "last-modified",
            "cache-control",
            "vary",
            "content-type",
            "content-encoding",
            "content-length",
            "transfer-encoding",
            "connection",
            "date",
            "set-cookie",
            "x-request-id");

    /** A page on its way: whoever else asks for it waits for {@code done}, which says whether anybody got it. */
    private static final class Rendering {
        private final PageCache.Key key;
        private final long changes;
        private final Promise<Boolean> done = Promise.promise();
        private ServedPage page;

        Rendering(PageCache.Key key, long changes) {
            this.key = key;
            this.changes = changes;
        }
    }

    private final DataSource database;
    private final Readers settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ConcurrentMap<PageCache.Key, Rendering> renderings = new ConcurrentHashMap<>();
    private final SentPages sent = new SentPages();
    private volatile PageCache cache;

    @Inject
    Front(DataSource database, Readers settings, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.meters = meters;
        this.clock = clock;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started) {
        cache = new PageCache(database, settings.cache().asLongValue(), clock);
        CaffeineCacheMetrics.monitor(meters, cache.pages(), "pages");
        Gauge.builder("assay.pages.bytes", cache, PageCache::bytes)
                .description("What the kept pages take in memory")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("assay.pages.trusted", cache, pages -> pages.isTrusted() ? 1 : 0)
                .description("1 while the change feed is followed, 0 while no kept page is sent")
                .register(meters);
        sent.register(meters);
    }

    void stop(@Observes ShutdownEvent stopped) {
        cache.close();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        cache.drop(Set.of(changed.claim()));
    }

    /** When a page that is about no single claim may last have changed before this one is read. */
    static Instant changedAt(RoutingContext request) {
        return request.get(CHANGED_AT);
    }

    void install(@Observes Filters filters) {
        filters.register(this::answer, FIRST);
    }

    private void answer(RoutingContext request) {
        long began = System.nanoTime();
        var method = request.request().method();
        if (cache == null
                || method != HttpMethod.GET && method != HttpMethod.HEAD
                || Area.of(request.request().path()) != Area.PUBLIC) {
            request.next();
            return;
        }
        var key = PageCache.Key.of(request.request());
        var kept = key == null ? null : cache.get(key);
        if (kept != null) {
            send(request, kept, began);
            return;
        }
        if (key != null && cache.isKeeping()) {
            Requests.began(request, began);
            renderOnce(request, key, began);
        } else {
            render(request);
        }
    }

    private void render(RoutingContext request) {
        request.put(CHANGED_AT, cache.changedAt());
        request.next();
    }

    private void renderOnce(RoutingContext request, PageCache.Key key, long began) {
        var mine = new Rendering(key, cache.changes());
        var others = renderings.putIfAbsent(key, mine);
        if (others != null) {
            request.request().pause();
            var own = request.vertx().getOrCreateContext();
            others.done.future().onSuccess(told -> own.runOnContext(now -> answerAfter(request, key, told, began)));
            return;
        }
        request.put(RENDERING, mine);
        request.addHeadersEndHandler(sent -> {
            keep(request, mine);
            finish(mine, true);
        });
        request.addEndHandler(ended -> finish(mine, false));
        render(request);
    }

    /** The others wait for the headers alone: whoever reads a long body slowly keeps nobody. */
    private void finish(Rendering rendering, boolean told) {
        renderings.remove(rendering.key, rendering);
        rendering.done.tryComplete(told);
    }

    /** Where whoever asked first hung up, one of the others takes their place. */
    private void answerAfter(RoutingContext request, PageCache.Key key, boolean told, long began) {
        if (request.response().closed()) {
            return;
        }
        request.request().resume();
        var kept = cache.get(key);
        if (kept != null) {
            send(request, kept, began);
        } else if (told) {
            render(request);
        } else {
            renderOnce(request, key, began);
        }
    }

    /** Tells what the request that is under way gets, so that the next gets the same. Not to be called on the event loop. */
    static void offer(RoutingContext request, ServedPage page) {
        Rendering rendering = request.get(RENDERING);
        if (rendering != null && page.page().parameters() != null) {
            rendering.page = page.whole();
        }
    }

    private void keep(RoutingContext request, Rendering rendering) {
        if (rendering.page == null) {
            return;
        }
        var headers = HttpHeaders.headers().addAll(request.response().headers());
        NOT_KEPT.forEach(headers::remove);
        cache.keep(rendering.key, PageCache.Kept.of(rendering.page, headers), rendering.changes);
    }

    private void send(RoutingContext request, PageCache.Kept kept, long began) {
        send(request, kept);
        sent.since(began);
    }

    private static void send(RoutingContext request, PageCache.Kept kept) {
        var answer = kept.answer(request.request());
        var response = request.response().setStatusCode(answer.status());
        // Those that are there already were there when the page was kept, so they come again with it.
        var headers = response.headers().clear();
        for (var header : answer.headers()) {
            headers.add(header.getKey(), header.getValue());
        }
        if (answer.body() == null) {
            response.end();
        } else if (request.request().method() == HttpMethod.HEAD) {
            if (headers.contains(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY, true)) {
                // Which keeps a body from being encoded again, and is taken away with it.
                headers.remove(HttpHeaders.CONTENT_ENCODING);
            }
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            String.valueOf(answer.body().length()))
                    .end();
        } else {
            response.end(answer.body());
        }
    }
}
