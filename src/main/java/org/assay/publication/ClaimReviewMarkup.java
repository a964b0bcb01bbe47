package org.assay.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.RawString;
import org.assay.web.Json;

/** The ClaimReview that was frozen in the dossier, with what only publishing could add: the dates and the correction. */
final class ClaimReviewMarkup {

    private ClaimReviewMarkup() {}

    static ObjectNode of(PublishedVersion version) {
        ObjectNode review = version.dossier().content().claimReview().deepCopy();
        review.put("datePublished", version.publication().firstPublishedAt().toString());
        review.put("dateModified", version.publishedAt().toString());
        if (version.change() == PublishedVersion.Change.CORRECTION) {
            review.putObject("correction")
                    .put("@type", "CorrectionComment")
                    .put("text", version.note())
                    .put("datePublished", version.publishedAt().toString());
        }
        return review;
    }

    /** JSON that no text in it can end the script element of, nor any reader of it take for anything else. */
    static RawString inPage(PublishedVersion version) {
        return new RawString(Json.write(of(version))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029"));
    }
}
