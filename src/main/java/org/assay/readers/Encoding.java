package org.assay.readers;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** A content coding of HTTP, the one that is liked best last. */
enum Encoding {
    IDENTITY,
    GZIP,
    BR;

    private static final List<Encoding> COMPRESSED = Brotli4jLoader.isAvailable() ? List.of(GZIP, BR) : List.of(GZIP);

    /** Of 64 kB: with a larger one each page would be looked through in 32 MB, which are taken from the system and given back. */
    private static final int BR_WINDOW = 16;

    /** In characters; no browser's is as long. */
    private static final int LONGEST_REMEMBERED = 200;

    /** Browsers send a handful of these headers, millions of times. */
    private static final LoadingCache<String, Set<Encoding>> TAKEN =
            Caffeine.newBuilder().maximumSize(500).build(Encoding::taken);

    /** Those that are worth having for such a body. */
    static List<Encoding> of(String type) {
        return type.startsWith("image/png") ? List.of() : COMPRESSED;
    }

    byte[] of(byte[] body) {
        try {
            return switch (this) {
                case IDENTITY -> body;
                case GZIP -> gzip(body);
                case BR ->
                    Encoder.compress(
                            body, new Encoder.Parameters().setQuality(9).setWindow(BR_WINDOW));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream(body.length / 3 + 64);
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    /** Whether this {@code Accept-Encoding} takes it: named, and not with a weight of nought. */
    boolean isIn(String accepted) {
        return accepted != null
                && (accepted.length() > LONGEST_REMEMBERED ? taken(accepted) : TAKEN.get(accepted)).contains(this);
    }

    private static Set<Encoding> taken(String accepted) {
        return Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                .map(part ->
                        Arrays.stream(part.split(";", -1)).map(String::strip).toList())
                .filter(part -> part.stream().noneMatch(q -> q.matches("q=0(\\.0*)?")))
                .flatMap(part ->
                        Arrays.stream(values()).filter(one -> part.getFirst().equals(one.toString())))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
