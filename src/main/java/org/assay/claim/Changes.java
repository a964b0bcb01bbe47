package org.assay.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.assay.article.Article;
import org.assay.article.Passage;

/** What an edit changed: each field with what it said and what it says, so that nothing is lost. */
final class Changes {

    private Changes() {}

    static Map<String, Object> sides(Particulars particulars, Article article, Passage quote) {
        var sides = new LinkedHashMap<String, Object>();
        sides.put("statement", particulars.statement());
        sides.put("language", particulars.language());
        sides.put("claimant", particulars.claimant());
        sides.put("wording", particulars.wording());
        sides.put("claimedOn", particulars.claimedOn());
        sides.put("topics", particulars.topics());
        sides.put("reason", particulars.reason());
        sides.put("source", particulars.source());
        sides.put("article", article == null ? null : article.id());
        sides.put("quote", quote);
        return sides;
    }

    static Map<String, Object> between(Map<String, Object> before, Map<String, Object> after) {
        var changes = new LinkedHashMap<String, Object>();
        after.forEach((field, now) -> {
            Object was = before.get(field);
            if (!Objects.equals(was, now)) {
                var sides = new LinkedHashMap<String, Object>();
                sides.put("was", was);
                sides.put("is", now);
                changes.put(field, sides);
            }
        });
        return changes;
    }
}
