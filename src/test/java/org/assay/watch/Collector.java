package org.assay.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Takes traces as OpenTelemetry's collector does: OTLP over HTTP, in protobuf. */
final class Collector implements AutoCloseable {

    /** @param raw all of it, in which texts stand as they are */
    private record Span(String trace, boolean hasParent, String raw) {}

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            // ExportTraceServiceRequest: resource_spans 1, scope_spans 2, spans 2.
            fields(exchange.getRequestBody().readAllBytes(), (n, resource) -> {
                if (n == 1) {
                    fields(resource, (m, scope) -> {
                        if (m == 2) {
                            fields(scope, (k, span) -> {
                                if (k == 2) {
                                    take(span);
                                }
                            });
                        }
                    });
                }
            });
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    static Collector started() throws IOException {
        return new Collector();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Those of a trace. */
    List<String> spans(String trace) {
        return spans.stream()
                .filter(span -> span.trace().equals(trace))
                .map(Span::raw)
                .toList();
    }

    /** Statements that nobody's request made. */
    List<String> spansOfNoRequest() {
        return spans.stream()
                .filter(span -> !span.hasParent() && span.raw().contains("db."))
                .map(Span::raw)
                .toList();
    }

    /** Span: trace_id 1, parent_span_id 4. */
    private void take(byte[] span) {
        var trace = new StringBuilder();
        boolean[] hasParent = {false};
        fields(span, (n, value) -> {
            if (n == 1) {
                trace.append(HexFormat.of().formatHex(value));
            }
            hasParent[0] |= n == 4 && value.length > 0;
        });
        spans.add(new Span(trace.toString(), hasParent[0], new String(span, UTF_8)));
    }

    /** The fields of a message that have a length; the others are passed over. */
    private static void fields(byte[] message, BiConsumer<Integer, byte[]> each) {
        var read = ByteBuffer.wrap(message);
        while (read.hasRemaining()) {
            long tag = number(read);
            switch ((int) (tag & 7)) {
                case 0 -> number(read);
                case 1 -> read.getLong();
                case 2 -> {
                    byte[] value = new byte[(int) number(read)];
                    read.get(value);
                    each.accept((int) (tag >>> 3), value);
                }
                default -> read.getInt();
            }
        }
    }

    private static long number(ByteBuffer read) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = read.get();
            number |= (long) (next & 127) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
