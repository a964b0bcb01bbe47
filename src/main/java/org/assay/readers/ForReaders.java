package org.assay.readers;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;

/** Sends a page to a reader, and has it kept for the next. */
@ApplicationScoped
public class ForReaders {

    private final Readers settings;
    private final RoutingContext request;
    private final Instant started;

    @Inject
    ForReaders(Readers settings, RoutingContext request, Clock clock) {
        this.settings = settings;
        this.request = request;
        this.started = clock.instant();
    }

    /**
     * The form in which this request asks for the page.
     *
     * @throws NotAcceptableException where it takes none that there is
     */
    public Representation asked() {
        var asked = Representation.of(request.request().headers());
        if (asked == null) {
            throw new NotAcceptableException();
        }
        return asked;
    }

    public Response send(PublicPage page) {
        // With the application its templates may have changed, so that no page is older than its start; and what was
        // withdrawn makes a list another, whose entries bear no date of that.
        var atLeast = page.claim() == null ? Front.changedAt(request) : started;
        var dated = page.modified(page.modified().isAfter(atLeast) ? page.modified() : atLeast);
        var served = new ServedPage(dated, settings.sharedSeconds());
        Front.offer(request, served);
        var answer = served.answer(request.request()::getHeader);
        var response = Response.status(answer.status())
                .entity(answer.body() == null ? null : answer.body().getBytes());
        answer.headers().forEach(header -> response.header(header.getKey(), header.getValue()));
        // Quarkus set one before, and headers are added to those that there are.
        request.response().headers().remove("Content-Encoding");
        return response.build();
    }

    /** For good: whoever asked may remember it. @param address to which the query that was sent is added */
    public Response moved(String address) {
        String query = request.request().query();
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create(query == null ? address : address + "?" + query))
                .header("Cache-Control", "public, no-cache")
                .build();
    }
}
