package org.assay.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.regex.Pattern;

/** The version that a writer believes to change, sent as a strong entity tag such as {@code "7"}. */
public final class IfMatch {

    private static final Pattern STRONG = Pattern.compile("\"([0-9]{1,9})\"");

    private IfMatch() {}

    /**
     * The version of the If-Match header, or null where there is none.
     *
     * @throws Invalid where the header is not one strong entity tag of this API's
     */
    public static Integer version(HttpHeaders headers) {
        String sent = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (sent == null) {
            return null;
        }
        var matcher = STRONG.matcher(sent.strip());
        if (!matcher.matches()) {
            throw new Invalid("If-Match", "Please send the ETag that you read, for example \"7\".");
        }
        return Integer.valueOf(matcher.group(1));
    }

    /** @throws Refused with 428 where the header is missing */
    public static int required(HttpHeaders headers) {
        Integer version = version(headers);
        if (version == null) {
            throw new Refused(
                    428, "Please read the claim first and send its ETag as If-Match with the change.", Map.of());
        }
        return version;
    }
}
