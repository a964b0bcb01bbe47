package org.assay.web;

import java.util.Map;
import java.util.regex.Pattern;

/** The version that a writer believes to change, sent as a strong entity tag such as {@code "7"}. */
final class IfMatch {

    private static final Pattern STRONG = Pattern.compile("\"([0-9]{1,9})\"");

    private IfMatch() {}

    /** @throws Invalid where the header is not one strong entity tag of this API's; null, as without one, gives null */
    static Integer version(String sent) {
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
    static int required(String sent) {
        Integer version = version(sent);
        if (version == null) {
            throw new Refused(
                    428, "Please read the claim first and send its ETag as If-Match with the change.", Map.of());
        }
        return version;
    }
}
