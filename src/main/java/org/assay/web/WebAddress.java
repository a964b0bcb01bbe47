package org.assay.web;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An address on the web as people paste it: http or https, with a host. */
public final class WebAddress {

    private static final int MAX = 2048;
    private static final String ALLOWED = "-._~:/?#@!$&'()*+,;=%";
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "mc_cid", "mc_eid");

    private WebAddress() {}

    /** The sentence that refuses the address, or null where nothing is wrong with it. */
    public static String fault(String address) {
        String unclean = Characters.fault(address);
        if (unclean != null) {
            return unclean;
        }
        int length = address.codePointCount(0, address.length());
        if (length > MAX) {
            return "Please shorten this address: it has %,d characters and may have %,d.".formatted(length, MAX);
        }
        try {
            URI uri = parse(address);
            if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
                return "Please give an address that starts with http:// or https://.";
            }
            if (uri.getRawUserInfo() != null) {
                return "Please remove the user name from the address.";
            }
            return uri.getHost() == null ? "Please give a whole address, with a host such as example.org." : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "This is not an address on the web: please copy it from the browser's address bar.";
        }
    }

    /**
     * The form under which an article is known: scheme and host in lower case, without default port, fragment, the
     * slash of an otherwise empty path, and the parameters that only track where a reader came from.
     */
    public static String normalised(String address) {
        URI uri = uri(address);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int defaultPort = scheme.equals("http") ? 80 : 443;
        String port = uri.getPort() == -1 || uri.getPort() == defaultPort ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().equals("/") ? "" : uri.getRawPath();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query(uri.getRawQuery());
    }

    /** The host in lower case, without a leading {@code www.}. */
    public static String host(String address) {
        String host = uri(address).getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String query(String query) {
        if (query == null) {
            return "";
        }
        String kept =
                Arrays.stream(query.split("&")).filter(part -> !tracks(part)).collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean tracks(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    private static URI uri(String address) {
        try {
            return parse(address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Browsers show and accept what a URI may not hold (spaces, letters of any script): it is encoded first. */
    private static URI parse(String address) throws URISyntaxException {
        String trimmed = address.strip();
        int start = trimmed.indexOf("://");
        if (start < 0) {
            return new URI(encoded(trimmed));
        }
        int end = start + 3;
        while (end < trimmed.length() && "/?#".indexOf(trimmed.charAt(end)) < 0) {
            end++;
        }
        String authority = trimmed.substring(start + 3, end);
        boolean ascii = authority.chars().allMatch(c -> c < 128);
        return new URI(trimmed.substring(0, start + 3)
                + (ascii ? authority : IDN.toASCII(authority))
                + encoded(trimmed.substring(end)));
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder(text.length());
        boolean inFragment = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c == '%' && !isEscape(text, i);
            boolean secondHash = c == '#' && inFragment;
            inFragment |= c == '#';
            if (c < 128 && !escape && !secondHash && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0)) {
                encoded.append(c);
                continue;
            }
            int point = text.codePointAt(i);
            for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                encoded.append('%').append("%02X".formatted(b));
            }
            i += Character.charCount(point) - 1;
        }
        return encoded.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
