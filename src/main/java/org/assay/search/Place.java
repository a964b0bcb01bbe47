package org.assay.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.assay.web.Sha256;

/** Where in a list of results a page of it ended: what the next one starts after. It holds for the same question only. */
record Place(String question, Float score, long reviewed, long claim) {

    /** @param shown the values that the list is sorted by, with the score first where words are looked for */
    static Place after(String question, Object[] shown) {
        boolean scored = shown.length == 3;
        return new Place(digest(question), scored ? (Float) shown[0] : null, (Long) shown[shown.length - 2], (Long)
                shown[shown.length - 1]);
    }

    String token() {
        String text = question + " " + (score == null ? "-" : Float.toHexString(score)) + " " + reviewed + " " + claim;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty where the token is none, or belongs to another question. */
    static Optional<Place> of(String token, String question) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split(" ", -1);
            if (parts.length != 4 || !parts[0].equals(digest(question))) {
                return Optional.empty();
            }
            Float score = parts[1].equals("-") ? null : Float.valueOf(parts[1]);
            return Optional.of(new Place(parts[0], score, Long.parseLong(parts[2]), Long.parseLong(parts[3])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    FieldDoc lastShown() {
        return score == null
                ? new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {reviewed, claim})
                : new FieldDoc(Integer.MAX_VALUE, score, new Object[] {score, reviewed, claim});
    }

    boolean isScored() {
        return score != null;
    }

    private static String digest(String question) {
        return Sha256.of(question).substring(0, 16);
    }
}
