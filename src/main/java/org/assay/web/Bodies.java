package org.assay.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.assay.limits.Side;
import org.assay.site.SafeMethods;
import org.assay.web.Unread.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads what is sent to its end before anything is held for it: while it comes, no worker waits and no place is taken. What all
 * who send at the same time may have of the memory is bounded, apart for those who are signed in, for all others and for the
 * identity provider, so that no stranger can fill it or keep anybody from working.
 */
@ApplicationScoped
class Bodies {

    @ConfigMapping(prefix = "assay.bodies")
    interface Settings {

        /** Whoever has not sent all by then is waited for no longer. 4 MB take so long at half a megabit a second. */
        @WithDefault("60S")
        Duration patience();

        /**
         * Of the heap, how much in a hundred those who are signed in may fill with what they send at the same time, and all
         * others as much; each may always fill what one may send. It takes many times its length until it is answered.
         */
        @Min(0)
        @WithDefault("6")
        int heapShare();
    }

    /** In bytes: several times what a token takes. */
    static final int OF_THE_PROVIDER = 16 * 1024;

    /** Who has a token to send has it at hand: strangers who only begin do not keep the provider from being heard. */
    private static final Duration PATIENCE_WITH_THE_PROVIDER = Duration.ofSeconds(5);

    private static final String NOT_NOW =
            "This could not be taken just now. You may have to sign in again, in another tab, before you send it.";

    static final String READ = Bodies.class.getName();

    private final BodyMemory ofPeople;
    private final BodyMemory ofStrangers;
    private final BodyMemory ofTheProvider;
    private final Duration patience;

    @Inject
    Bodies(Settings settings) {
        long share = Math.max(TooLarge.MOST, Runtime.getRuntime().maxMemory() / 100 * settings.heapShare());
        ofPeople = new BodyMemory(share);
        ofStrangers = new BodyMemory(share);
        ofTheProvider = new BodyMemory(share / 4);
        patience = settings.patience();
    }

    /** Once it is known who may send it. */
    @ServerRequestFilter(priority = 0)
    Uni<Response> read(ContainerRequestContext context, RoutingContext request) {
        if (SafeMethods.include(request.request().method().name())) {
            return Uni.createFrom().nullItem();
        }
        var body = Side.isTheProviders(request.normalizedPath())
                ? read(request, ofTheProvider, OF_THE_PROVIDER, PATIENCE_WITH_THE_PROVIDER)
                : read(request, ofPeople, TooLarge.MOST, patience);
        return body.invoke(read -> context.setEntityStream(new ByteArrayInputStream(read)))
                .map(read -> (Response) null)
                .onFailure(Unread.class)
                .recoverWithItem(unread -> told(request, unread));
    }

    /** A form that cannot be taken at present, to be shown to who sent it. */
    Uni<Response> comeBack(RoutingContext request, Function<Form, Response> shown) {
        return read(request, ofStrangers, TooLarge.MOST, patience)
                .map(read -> Form.parse(new String(read, StandardCharsets.UTF_8)))
                .map(form -> form.canBeShown()
                        ? shown.apply(form)
                        : Errors.leftBehind(request.normalizedPath(), new Refused(413, NOT_NOW, Map.of())))
                .onFailure(Refused.class)
                .recoverWithItem(refused -> told(request, refused));
    }

    private Uni<byte[]> read(RoutingContext request, BodyMemory memory, int most, Duration atMost) {
        byte[] before = request.get(READ);
        return before != null
                ? Uni.createFrom().item(before)
                : Uni.createFrom()
                        .emitter(whole -> begin(request, new BodyReading(request, memory, most, whole), whole, atMost));
    }

    private void begin(RoutingContext request, BodyReading reading, UniEmitter<? super byte[]> whole, Duration atMost) {
        long timer = request.vertx().setTimer(atMost.toMillis(), late -> reading.breakOff(Fault.TOO_SLOW));
        whole.onTermination(() -> request.vertx().cancelTimer(timer));
        // Paused until all is set: the first handler alone would let it flow.
        request.request()
                .pause()
                .handler(reading::more)
                .exceptionHandler(hungUp -> reading.breakOff(Fault.BROKEN))
                .endHandler(end -> reading.end())
                .resume();
        if (TooLarge.asksFirst(request.request())) {
            request.response().writeContinue();
        }
    }

    private static Response told(RoutingContext request, Refused refused) {
        var told = Errors.leftBehind(request.normalizedPath(), refused);
        if (refused.status() == 503) {
            told.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Crowded.RETRY_AFTER_SECONDS);
        }
        return told;
    }
}
