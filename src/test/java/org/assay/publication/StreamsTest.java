package org.assay.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Vertx;
import jakarta.ws.rs.ServiceUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.limits.Shed;
import org.assay.support.Logged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a long document costs while somebody reads it slowly. */
class StreamsTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Streams streams(int atOnce, Duration patience) {
        return new Streams(
                new Streams.Bounds() {
                    @Override
                    public int atOnce() {
                        return atOnce;
                    }

                    @Override
                    public int readAtOnce() {
                        return 2;
                    }

                    @Override
                    public Duration patience() {
                        return patience;
                    }
                },
                vertx,
                new Shed(new SimpleMeterRegistry()));
    }

    private Iterator<String> parts(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> {
                    made.incrementAndGet();
                    return "part " + n;
                })
                .iterator();
    }

    private static void never() {
        throw new AssertionError("Nobody hung.");
    }

    @Test
    void a_part_is_made_only_when_the_reader_has_taken_the_one_before() {
        var reader = AssertSubscriber.<byte[]>create(0);
        streams(1, Duration.ofMinutes(1)).of(parts(1000), StreamsTest::never).subscribe(reader);
        reader.awaitNextItem();
        assertEquals(1, made.get());
        reader.awaitNextItems(2);
        assertEquals(3, made.get());
        reader.cancel();
    }

    @Test
    void it_arrives_whole_and_ends() {
        var reader = AssertSubscriber.<byte[]>create(10);
        streams(1, Duration.ofMinutes(1)).of(parts(3), StreamsTest::never).subscribe(reader);
        reader.awaitCompletion();
        assertEquals(
                List.of("part 0", "part 1", "part 2"),
                reader.getItems().stream()
                        .map(part -> new String(part, StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void who_comes_when_all_places_are_taken_is_told_when_to_come_again() {
        var streams = streams(2, Duration.ofMinutes(1));
        var first = AssertSubscriber.<byte[]>create(1);
        var second = AssertSubscriber.<byte[]>create(10);
        streams.of(parts(3), StreamsTest::never).subscribe(first);
        streams.of(parts(3), StreamsTest::never).subscribe(second);
        second.awaitCompletion();
        var third = AssertSubscriber.<byte[]>create(1);
        streams.of(parts(3), StreamsTest::never).subscribe(third);
        var refused = assertThrows(ServiceUnavailableException.class, () -> streams.of(parts(3), StreamsTest::never));
        assertEquals("30", refused.getResponse().getHeaderString("Retry-After"));
        first.cancel();
        streams.of(parts(3), StreamsTest::never).subscribe(AssertSubscriber.create(0));
        assertThrows(ServiceUnavailableException.class, () -> streams.of(parts(3), StreamsTest::never));
    }

    @Test
    void a_reader_who_takes_nothing_is_hung_up_on() throws Exception {
        var hungUp = new CompletableFuture<Boolean>();
        var reader = AssertSubscriber.<byte[]>create(1);
        streams(1, Duration.ofMillis(50))
                .of(parts(3), () -> hungUp.complete(true))
                .subscribe(reader);
        hungUp.get(10, TimeUnit.SECONDS);
        reader.cancel();
    }

    @Test
    void what_broke_it_off_is_logged_and_that_its_reader_went_is_not() throws Throwable {
        var said = Logged.meanwhile(soFar -> {
            var streams = streams(2, Duration.ofMinutes(1));
            var went = AssertSubscriber.<byte[]>create(1);
            streams.of(parts(3), StreamsTest::never).subscribe(went);
            went.awaitNextItem();
            went.cancel();
            var broken = AssertSubscriber.<byte[]>create(1);
            streams.of(
                            Stream.<String>generate(() -> {
                                        throw new IllegalStateException("The database is away.");
                                    })
                                    .iterator(),
                            StreamsTest::never)
                    .subscribe(broken);
            broken.awaitFailure();
        });
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.getFirst().startsWith("A long document broke off"), said::toString);
    }
}
