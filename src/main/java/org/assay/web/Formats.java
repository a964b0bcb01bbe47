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
import java.util.stream.IntStream;

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

    /** A field's path in words: {@code source.publishedOn} is "Source: published on", and {@code expert.id} is "Expert". */
    static String label(String path) {
        String words = path.replaceAll("(\\.i|I)d$", "")
                .replaceAll("\\[(\\d+)]", " $1")
                .replace(".", ": ")
                .replaceAll("\\bsameAs\\b", "identifying page")
                .replaceAll("(?i)url\\b", " address")
                .replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2")
                .replaceAll(" +", " ")
                .strip()
                .toLowerCase(Locale.ENGLISH);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    /** The context before a quote without the word that its cut left in pieces. */
    static String fromWord(String before) {
        int space = firstSpace(before);
        return isCut(before) && space >= 0 ? before.substring(space + 1) : before;
    }

    /** The context after a quote without the word that its cut left in pieces. */
    static String toWord(String after) {
        int space = after.length()
                - 1
                - firstSpace(new StringBuilder(after).reverse().toString());
        return isCut(after) && space < after.length() ? after.substring(0, space) : after;
    }

    /** Whether the text goes on beyond the context that is kept: W3C selectors here keep 32 code points. */
    static boolean isCut(String context) {
        return points(context) >= 32;
    }

    private static int firstSpace(String text) {
        return IntStream.range(0, text.length())
                .filter(i -> Character.isWhitespace(text.charAt(i)))
                .findFirst()
                .orElse(-1);
    }

    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static RawString markdown(String text) {
        return Markdown.html(text);
    }

    /** Right below a page's title. */
    static RawString markdownPage(String text) {
        return Markdown.html(text, 1);
    }

    /** How many characters a person counts. */
    static int points(String text) {
        return text.codePointCount(0, text.length());
    }
}
