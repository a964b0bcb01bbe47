package org.assay.web;

import com.ibm.icu.text.IDNA;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An address on the web as people paste it: http or https, with a host. It is stored as sent, and linked as {@link #link}. */
public final class WebAddress {

    private static final int MAX = 2048;
    private static final int LAST_PORT = 65_535;
    private static final String ALLOWED = "-._~:/?@!$&'()*+,;=";
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "mc_cid", "mc_eid");

    /** White space around it, and what is copied along after it without being seen. */
    private static final Pattern AROUND =
            Pattern.compile("^[ \\t\\r\\n]+|[\\s\\x{200B}\\x{2060}\\x{FEFF}]+$", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern PARTS = Pattern.compile(
            "(https?)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::([0-9]*))?");

    /** Wider than the names that java.net.URI takes for hosts: real ones hold underscores and begin or end with hyphens. */
    private static final Pattern HOST = Pattern.compile("(?=.*[a-z0-9])(?!\\.)(?!.*\\.\\.)[a-z0-9._-]+");

    private static final IDNA TO_ASCII = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);
    private static final Set<IDNA.Error> HYPHENS =
            EnumSet.of(IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.HYPHEN_3_4);

    private WebAddress() {}

    /** @param port null where none is named; query and fragment likewise */
    private record Parts(String scheme, String host, String port, String path, String query, String fragment) {

        boolean hasPossiblePort() {
            return port == null
                    || port.length() <= 5 && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= LAST_PORT;
        }

        String origin() {
            String byDefault = scheme.equals("http") ? "80" : "443";
            return scheme + "://" + host + (port == null || port.equals(byDefault) ? "" : ":" + port);
        }
    }

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
            return parts(address).hasPossiblePort()
                    ? null
                    : "Please check the address: the port after the host is a number from 1 to %d."
                            .formatted(LAST_PORT);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** The address as a URI by RFC 3986, which links and markup must hold: host and all else in ASCII. */
    public static String link(String address) {
        Parts parts = parts(address);
        return parts.origin()
                + parts.path()
                + (parts.query() == null ? "" : "?" + parts.query())
                + (parts.fragment() == null ? "" : "#" + parts.fragment());
    }

    /**
     * The form under which an article is known: scheme and host in lower case, without default port, fragment, the
     * slash of an otherwise empty path, and the parameters that only track where a reader came from.
     */
    public static String normalised(String address) {
        Parts parts = parts(address);
        return parts.origin() + (parts.path().equals("/") ? "" : parts.path()) + untracked(parts.query());
    }

    /** The host in lower case, without a leading {@code www.}. */
    public static String host(String address) {
        String host = parts(address).host();
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String untracked(String query) {
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

    /** @throws IllegalArgumentException with the sentence that refuses it */
    private static Parts parts(String address) {
        String trimmed = AROUND.matcher(address).replaceAll("");
        var whole = PARTS.matcher(trimmed);
        if (!whole.matches()) {
            throw new IllegalArgumentException(
                    startsUnseen(trimmed)
                            ? "Please remove what stands unseen before the address: the character U+%04X."
                                    .formatted(trimmed.codePointAt(0))
                            : "Please give an address that starts with http:// or https://, as the browser's address bar has it.");
        }
        if (whole.group(2).indexOf('@') >= 0) {
            throw new IllegalArgumentException("Please remove the user name from the address.");
        }
        var authority = AUTHORITY.matcher(whole.group(2));
        String host = authority.matches() ? ascii(authority.group(1)) : "";
        if (!HOST.matcher(host).matches() && !isIpv6(host)) {
            throw new IllegalArgumentException("Please give a whole address, with a host such as example.org.");
        }
        return new Parts(
                whole.group(1).toLowerCase(Locale.ROOT),
                host,
                port(authority.group(2)),
                encoded(whole.group(3)),
                whole.group(4) == null ? null : encoded(whole.group(4)),
                whole.group(5) == null ? null : encoded(whole.group(5)));
    }

    private static boolean startsUnseen(String address) {
        return !address.isEmpty() && Characters.isBlank(Character.toString(address.codePointAt(0)));
    }

    /** As browsers ask for it: by UTS 46, which knows every letter of today; empty where it is no host. */
    private static String ascii(String host) {
        if (host.chars().allMatch(c -> c < 128)) {
            return host.toLowerCase(Locale.ROOT);
        }
        var info = new IDNA.Info();
        var ascii = TO_ASCII.nameToASCII(host, new StringBuilder(), info).toString();
        return HYPHENS.containsAll(info.getErrors()) ? ascii : "";
    }

    private static String port(String digits) {
        return digits == null || digits.isEmpty() ? null : digits.replaceFirst("^0+(?=[0-9])", "");
    }

    private static boolean isIpv6(String host) {
        try {
            return host.startsWith("[") && new URI("http://" + host).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Browsers show and accept what a URI may not hold: spaces, letters of any script. */
    private static String encoded(String text) {
        var encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            if (plain || isEscape(text, i)) {
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
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
