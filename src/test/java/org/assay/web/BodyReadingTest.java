package org.assay.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assay.web.Unread.Fault;
import org.junit.jupiter.api.Test;

/** For how long a body takes memory. */
class BodyReadingTest {

    private static final int MOST = 10;

    private final BodyMemory memory = new BodyMemory(MOST);
    private final List<Handler<Object>> atTheEnd = new ArrayList<>();
    private boolean hungUp;

    /** Of a request that is answered when the test says so. */
    private RoutingContext request() {
        var response = proxy(
                HttpServerResponse.class, (method, arguments) -> method.equals("closed") ? (Object) hungUp : null);
        return proxy(RoutingContext.class, (method, arguments) -> switch (method) {
            case "response" -> response;
            case "addEndHandler" -> atTheEnd.add(handler(arguments[0])) ? 1 : 0;
            default -> null;
        });
    }

    @SuppressWarnings("unchecked")
    private static Handler<Object> handler(Object argument) {
        return (Handler<Object>) argument;
    }

    private interface Called {
        Object with(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Called called) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> called.with(method.getName(), arguments)));
    }

    /** Sent in two parts, to the end. */
    private CompletableFuture<byte[]> sent(int bytes) {
        return Uni.createFrom()
                .<byte[]>emitter(whole -> {
                    var reading = new BodyReading(request(), memory, MOST, whole);
                    reading.more(Buffer.buffer(new byte[bytes / 2]));
                    reading.more(Buffer.buffer(new byte[bytes - bytes / 2]));
                    reading.end();
                })
                .subscribeAsCompletionStage();
    }

    private static Fault fault(CompletableFuture<byte[]> sent) {
        return sent.<Fault>handle((body, failure) -> ((Unread)
                                (failure instanceof CompletionException wrapped ? wrapped.getCause() : failure))
                        .fault())
                .join();
    }

    private boolean isAllFree() {
        boolean free = memory.take(MOST);
        if (free) {
            memory.free(MOST);
        }
        return free;
    }

    @Test
    void a_body_takes_memory_until_it_is_answered() {
        assertArrayEquals(new byte[MOST], sent(MOST).join());
        assertFalse(memory.take(1));
        atTheEnd.forEach(end -> end.handle(null));
        assertTrue(isAllFree());
    }

    @Test
    void a_body_whose_sender_hung_up_takes_none_though_no_answer_ends() {
        hungUp = true;
        assertEquals(Fault.BROKEN, fault(sent(MOST)));
        assertEquals(List.of(), atTheEnd);
        assertTrue(isAllFree());
    }

    @Test
    void a_body_that_is_too_long_takes_none() {
        assertEquals(Fault.TOO_LARGE, fault(sent(MOST + 1)));
        assertTrue(isAllFree());
    }

    @Test
    void a_body_for_which_there_is_no_room_takes_none() {
        assertTrue(memory.take(1));
        assertEquals(Fault.TOO_MANY, fault(sent(MOST)));
        assertTrue(memory.take(MOST - 1));
    }
}
