package org.assay.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.RawString;
import java.util.List;
import org.assay.web.Json;

/** The ClaimReview that was frozen in the dossier, with what only publishing could add: the dates and the corrections. */
final class ClaimReviewMarkup {

    private ClaimReviewMarkup() {}

    static ObjectNode of(PublishedVersion version) {
        ObjectNode review = version.dossier().content().claimReview().deepCopy();
        review.put("datePublished", version.publication().firstPublishedAt().toString());
        review.put("dateModified", version.publishedAt().toString());
        List<ObjectNode> corrections = version.publication().visible().stream()
                .filter(one -> one.change() == PublishedVersion.Change.CORRECTION)
                .map(ClaimReviewMarkup::comment)
                .toList();
        if (!corrections.isEmpty()) {
            review.set("correction", corrections.size() == 1 ? corrections.getFirst() : array(corrections));
        }
        return review;
    }

    private static ObjectNode comment(PublishedVersion correction) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("@type", "CorrectionComment")
                .put("text", correction.note())
                .put("datePublished", correction.publishedAt().toString());
    }

    private static JsonNode array(List<ObjectNode> objects) {
        return JsonNodeFactory.instance.arrayNode().addAll(objects);
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
