package org.assay.expert;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.assay.web.Characters;
import org.assay.web.Invalid;

/** Where a list of experts by name goes on: after this name and id. */
record ExpertToken(String name, long id) {

    /** @throws Invalid where the token is none that a list gave; null starts at the list's beginning */
    static ExpertToken read(String token) {
        if (token == null || token.isEmpty()) {
            return new ExpertToken("", 0);
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int comma = text.indexOf(',');
            String name = text.substring(comma + 1);
            if (Characters.fault(name) == null) {
                return new ExpertToken(name, Long.parseLong(text.substring(0, comma)));
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            // the sentence below says what to send
        }
        throw new Invalid("after", "Please send the token that the list gave as next.");
    }

    static String after(Expert expert) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((expert.id() + "," + expert.particulars().name()).getBytes(StandardCharsets.UTF_8));
    }
}
