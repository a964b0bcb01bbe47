package org.assay.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How pages write dates, figures and addresses. */
@TemplateExtension
final class Formats {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Formats() {}

    /** 23 November 2026. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** 23 November 2026, in UTC. */
    static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** 23 Nov 2026, 20:15, in UTC; the exact instant belongs into the element's datetime and title. */
    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** As HTML's datetime takes it: to the millisecond at most. */
    static String millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The host of an address, as a reader recognises a source. */
    static String host(String url) {
        return WebAddress.host(url);
    }

    /** An address as a link's href holds it. */
    static String link(String url) {
        return WebAddress.link(url);
    }

    /** 1,234. */
    static String grouped(Number number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    /** The first digits of a digest, to tell it by. */
    static String brief(String digest) {
        return digest.substring(0, Math.min(12, digest.length()));
    }

    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static RawString markdown(String text) {
        return Markdown.html(text);
    }

    /** How many characters a person counts. */
    static int points(String text) {
        return text.codePointCount(0, text.length());
    }
}
