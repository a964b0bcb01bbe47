package org.assay.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
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
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
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

    /** In bytes: many times what a token takes. */
    private static final int OF_THE_PROVIDER = 64 * 1024;

    private static final String PROVIDER = "/back-channel-logout";

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String READ = Bodies.class.getName();

    /** What all bodies of one kind take together. */
    private static final class Memory {
        private final long most;
        private final AtomicLong taken = new AtomicLong();

        Memory(long most) {
            this.most = most;
        }

        boolean take(int bytes) {
            boolean fits = taken.addAndGet(bytes) <= most;
            if (!fits) {
                free(bytes);
            }
            return fits;
        }

        void free(int bytes) {
            taken.addAndGet(-bytes);
        }
    }

    /** Why what was sent was not read. */
    private enum Fault {
        TOO_LARGE(413, Errors.sentence(413)),
        MORE_THAN_A_TOKEN(413, "This is more than 64 KB. Please send the token alone."),
        TOO_SLOW(408, "What was sent took too long to come. Please try again."),
        TOO_MANY(503, Crowded.SENTENCE),
        BROKEN(400, Errors.sentence(400));

        private final int status;
        private final String sentence;

        Fault(int status, String sentence) {
            this.status = status;
            this.sentence = sentence;
        }
    }

    private static final class Unread extends RuntimeException {
        private final Fault fault;

        Unread(Fault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }
    }

    /** Of one body. Its chunks come on the event loop, the end of patience on any thread. */
    private static final class Reading {
        private final RoutingContext request;
        private final Memory memory;
        private final int most;
        private final UniEmitter<? super byte[]> whole;
        private Buffer read = Buffer.buffer();
        private Fault fault;
        private boolean over;

        Reading(RoutingContext request, Memory memory, int most, UniEmitter<? super byte[]> whole) {
            this.request = request;
            this.memory = memory;
            this.most = most;
            this.whole = whole;
        }

        /** What is refused is read on and thrown away: a browser that cannot finish sending shows no answer. */
        synchronized void more(Buffer chunk) {
            if (fault != null) {
                return;
            }
            if (read.length() + chunk.length() > most) {
                refuse(most == OF_THE_PROVIDER ? Fault.MORE_THAN_A_TOKEN : Fault.TOO_LARGE);
            } else if (!memory.take(chunk.length())) {
                refuse(Fault.TOO_MANY);
            } else {
                read.appendBuffer(chunk);
            }
        }

        synchronized void end() {
            if (over) {
                return;
            }
            over = true;
            if (fault != null) {
                whole.fail(new Unread(fault));
                return;
            }
            byte[] body = read.getBytes();
            read = null;
            request.put(READ, body);
            request.addEndHandler(answered -> memory.free(body.length));
            whole.complete(body);
        }

        synchronized void breakOff(Fault why) {
            if (over) {
                return;
            }
            over = true;
            if (fault == null) {
                refuse(why);
            }
            request.addEndHandler(told -> request.request().connection().close());
            whole.fail(new Unread(fault));
        }

        private void refuse(Fault why) {
            fault = why;
            memory.free(read.length());
            read = Buffer.buffer();
        }
    }

    private final Memory ofPeople;
    private final Memory ofStrangers;
    private final Memory ofTheProvider;
    private final Duration patience;

    @Inject
    Bodies(Settings settings) {
        long share = Math.max(TooLarge.MOST, Runtime.getRuntime().maxMemory() / 100 * settings.heapShare());
        ofPeople = new Memory(share);
        ofStrangers = new Memory(share);
        ofTheProvider = new Memory(share / 4);
        patience = settings.patience();
    }

    /** Once it is known who may send it. */
    @ServerRequestFilter(priority = 0)
    Uni<Response> read(ContainerRequestContext context, RoutingContext request) {
        if (WITHOUT_BODY.contains(request.request().method())) {
            return Uni.createFrom().nullItem();
        }
        var body = request.normalizedPath().equals(PROVIDER)
                ? read(request, ofTheProvider, OF_THE_PROVIDER)
                : read(request, ofPeople, TooLarge.MOST);
        return body.invoke(read -> context.setEntityStream(new ByteArrayInputStream(read)))
                .map(read -> (Response) null)
                .onFailure(Unread.class)
                .recoverWithItem(unread -> told(request, unread));
    }

    /** A form that cannot be taken at present, to be shown to who sent it. */
    Uni<Response> comeBack(RoutingContext request, Function<Form, Response> shown) {
        return read(request, ofStrangers, TooLarge.MOST)
                .map(read -> Form.parse(new String(read, StandardCharsets.UTF_8)))
                .map(form -> form.canBeShown()
                        ? shown.apply(form)
                        : Errors.answer(
                                request.normalizedPath(),
                                413,
                                "This could not be taken just now. You may have to sign in again, in another tab, before you send it."
                                        + Errors.LEFT_BEHIND,
                                Map.of()))
                .onFailure(Unread.class)
                .recoverWithItem(unread -> told(request, unread))
                .onFailure(Refused.class)
                .recoverWithItem(e -> Errors.answer(request.normalizedPath(), e.status(), e.getMessage(), Map.of()));
    }

    private Uni<byte[]> read(RoutingContext request, Memory memory, int most) {
        byte[] before = request.get(READ);
        return before != null
                ? Uni.createFrom().item(before)
                : Uni.createFrom().emitter(whole -> begin(request, new Reading(request, memory, most, whole), whole));
    }

    private void begin(RoutingContext request, Reading reading, UniEmitter<? super byte[]> whole) {
        long timer = request.vertx().setTimer(patience.toMillis(), late -> reading.breakOff(Fault.TOO_SLOW));
        whole.onTermination(() -> request.vertx().cancelTimer(timer));
        request.request()
                .handler(reading::more)
                .exceptionHandler(hungUp -> reading.breakOff(Fault.BROKEN))
                .endHandler(end -> reading.end())
                .resume();
        if (TooLarge.asksFirst(request.request())) {
            request.response().writeContinue();
        }
    }

    private static Response told(RoutingContext request, Unread unread) {
        var fault = unread.fault;
        var told = Errors.answer(request.normalizedPath(), fault.status, fault.sentence, Map.of());
        if (fault == Fault.TOO_MANY) {
            told.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Crowded.RETRY_AFTER_SECONDS);
        }
        return told;
    }
}
