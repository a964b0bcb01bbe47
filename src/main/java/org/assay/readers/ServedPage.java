package org.assay.readers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assay.web.Sha256;

/** A page as it is sent: compressed once, with a strong tag for each encoding. */
final class ServedPage {

    /** As HTTP writes an instant (RFC 9110, 5.6.7): to the second, in GMT, the day in two digits. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** In bytes: headers, tags and what holds them, by a count of what was on the heap. */
    private static final int BESIDE_THE_BODIES = 4_000;

    /** What is sent for one request. @param body null where there is nothing new */
    record Answer(int status, List<Map.Entry<String, String>> headers, Buffer body) {}

    /** What is sent in one encoding: all of it, or that it is unchanged. */
    private record Body(String tag, Answer whole, Answer unchanged) {}

    private PublicPage page;
    private final Instant modified;
    private final String digest;
    private final int sharedSeconds;
    private final List<Encoding> offered;
    private final Map<Encoding, Body> bodies = new ConcurrentHashMap<>();

    ServedPage(PublicPage page, int sharedSeconds) {
        this.page = page;
        this.modified = page.modified().truncatedTo(ChronoUnit.SECONDS);
        this.digest = Sha256.of(page.body()).substring(0, 32);
        this.sharedSeconds = sharedSeconds;
        this.offered = Encoding.of(page.type()).reversed();
    }

    /** Compresses the page in every way, for as often as it will be sent, and lets go of what that was made from. */
    ServedPage whole() {
        offered.forEach(encoding -> bodies.computeIfAbsent(encoding, this::body));
        bodies.computeIfAbsent(Encoding.IDENTITY, this::body);
        page = page.withoutBody();
        return this;
    }

    private Body body(Encoding encoding) {
        String tag = encoding == Encoding.IDENTITY ? "\"" + digest + "\"" : "\"" + digest + "-" + encoding + "\"";
        var headers = new ArrayList<Map.Entry<String, String>>();
        headers.add(Map.entry("ETag", tag));
        headers.add(Map.entry("Last-Modified", HTTP_DATE.format(modified)));
        headers.add(Map.entry("Cache-Control", "public, max-age=0, s-maxage=" + sharedSeconds));
        headers.add(Map.entry("Vary", page.negotiated() ? "Accept, Accept-Encoding" : "Accept-Encoding"));
        headers.add(Map.entry("Content-Type", page.type()));
        headers.add(Map.entry("Content-Encoding", encoding.toString()));
        return new Body(
                tag,
                new Answer(page.status(), List.copyOf(headers), Buffer.buffer(encoding.of(page.body()))),
                new Answer(304, List.copyOf(headers.subList(0, 4)), null));
    }

    PublicPage page() {
        return page;
    }

    /** All that {@link #answer} may give of a page that is {@link #whole}. */
    Stream<Answer> answers() {
        return bodies.values().stream().flatMap(body -> Stream.of(body.whole(), body.unchanged()));
    }

    /** In bytes, about: what it takes in memory when it is {@link #whole}. */
    int weight() {
        return BESIDE_THE_BODIES
                + bodies.values().stream()
                        .mapToInt(body -> body.whole().body().length())
                        .sum();
    }

    /** @param of the request's header of a name, null where it has none */
    Answer answer(Function<CharSequence, String> of) {
        var body = in(of.apply(HttpHeaders.ACCEPT_ENCODING));
        return page.status() == 200
                        && isUnchanged(
                                body.tag(),
                                of.apply(HttpHeaders.IF_NONE_MATCH),
                                of.apply(HttpHeaders.IF_MODIFIED_SINCE))
                ? body.unchanged()
                : body.whole();
    }

    private Body in(String accepted) {
        for (var encoding : offered) {
            if (encoding.isIn(accepted)) {
                return bodyIn(encoding);
            }
        }
        return bodyIn(Encoding.IDENTITY);
    }

    private Body bodyIn(Encoding encoding) {
        var made = bodies.get(encoding);
        return made == null ? bodies.computeIfAbsent(encoding, this::body) : made;
    }

    /** RFC 9110, 13.1: where tags are sent, dates do not count; for reading, a weak tag is as good as a strong one. */
    private boolean isUnchanged(String tag, String tags, String since) {
        if (tags != null) {
            return Arrays.stream(tags.split(","))
                    .map(String::strip)
                    .anyMatch(one ->
                            one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
        }
        if (since == null) {
            return false;
        }
        try {
            return !modified.isAfter(Instant.from(HTTP_DATE.parse(since)));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
