package org.assay.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.assay.limits.Shed;
import org.assay.limits.Side;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestMulti.SyncRestMulti;
import org.jboss.threads.ViewExecutor;

/**
 * Sends long documents as fast as their readers take them. The next part is read from the database only when the one before
 * is out, so that a reader who is slow, or hangs, holds neither a connection nor a thread, and memory for one part.
 */
@Singleton
class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);

    private static final long RETRY_AFTER = 30;

    private final Vertx vertx;
    private final Shed shed;
    private final Executor reading;
    private final Duration patience;
    private final Semaphore places;

    /** How much of it there may be. */
    @ConfigMapping(prefix = "assay.streams")
    interface Bounds {

        /** How many readers are served at once; each holds a part, of some hundred kilobytes, in memory. */
        @WithDefault("64")
        int atOnce();

        /** How many parts are read from the database at once, of whichever readers. */
        @WithDefault("2")
        int readAtOnce();

        /** After how long a reader who takes nothing is hung up on. */
        @WithDefault("1M")
        Duration patience();
    }

    Streams(Bounds bounds, Vertx vertx, Shed shed) {
        this.vertx = vertx;
        this.shed = shed;
        this.reading = ViewExecutor.builder(Infrastructure.getDefaultWorkerPool())
                .setMaxSize(bounds.readAtOnce())
                .build();
        this.patience = bounds.patience();
        this.places = new Semaphore(bounds.atOnce());
    }

    /**
     * Of a type that no interceptor takes apart.
     *
     * @throws ServiceUnavailableException where as many as {@link Bounds#atOnce} are being served
     */
    Publisher<byte[]> of(Iterator<String> parts, HttpServerRequest request) {
        return answer(parts, request).build();
    }

    /** Of a JSON type: left alone, each part would become an item of an array. A line end follows each. */
    Publisher<byte[]> ofJson(Iterator<String> parts, HttpServerRequest request) {
        return answer(parts, request).encodeAsJsonArray(false).build();
    }

    private SyncRestMulti.Builder<byte[]> answer(Iterator<String> parts, HttpServerRequest request) {
        return RestMulti.fromMultiData(of(parts, () -> hangUpOn(request)))
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache");
    }

    /** To close the connection politely would wait for the reader to take what is on its way. */
    private static void hangUpOn(HttpServerRequest request) {
        ((ConnectionBase) request.connection()).channelHandlerContext().close();
    }

    /**
     * @param hangUp called where the reader has taken nothing for {@link Bounds#patience}
     */
    Multi<byte[]> of(Iterator<String> parts, Runnable hangUp) {
        if (!places.tryAcquire()) {
            shed.count(Side.PUBLIC);
            throw new ServiceUnavailableException(
                    "Too many are fetching at this moment. Please try again in half a minute.", RETRY_AFTER);
        }
        var waiting = new Waiting(hangUp);
        return Multi.createBy()
                .repeating()
                .uni(() -> waiting.forReader(parts))
                .until(part -> part.length == 0)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "A long document broke off"))
                .onTermination()
                .invoke(waiting::end);
    }

    private final class Waiting {

        private final Runnable hangUp;
        private final AtomicLong timer = new AtomicLong(-1);
        private final AtomicBoolean ended = new AtomicBoolean();

        Waiting(Runnable hangUp) {
            this.hangUp = hangUp;
        }

        /** An empty part is the end. */
        Uni<byte[]> forReader(Iterator<String> parts) {
            vertx.cancelTimer(timer.get());
            return Uni.createFrom()
                    .item(() -> (parts.hasNext() ? parts.next() : "").getBytes(StandardCharsets.UTF_8))
                    .runSubscriptionOn(reading)
                    .invoke(this::waitForReader);
        }

        private void waitForReader() {
            timer.set(vertx.setTimer(patience.toMillis(), fired -> {
                if (!ended.get()) {
                    hangUp.run();
                }
            }));
        }

        void end() {
            vertx.cancelTimer(timer.get());
            if (ended.compareAndSet(false, true)) {
                places.release();
            }
        }
    }
}
