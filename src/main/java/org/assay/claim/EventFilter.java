package org.assay.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.web.Characters;
import org.assay.web.Invalid;
import org.assay.web.Links;
import org.assay.web.Page;
import org.assay.web.Words;

/** Which events somebody looks for; null leaves a question out. */
public record EventFilter(String who, String what, Long claim) {

    /** @throws Invalid where the claim's number is none, or a text holds what no text may hold */
    static EventFilter of(String who, String what, String claim) {
        if (!Characters.isBlank(claim) && !claim.strip().matches("[0-9]{1,18}")) {
            throw new Invalid("claim", "Please give the claim's number.");
        }
        return new EventFilter(
                Page.filter("who", who),
                Page.filter("what", what),
                Characters.isBlank(claim) ? null : Long.valueOf(claim.strip()));
    }

    /** Newest first. */
    Page<EventRow> page(String after, int limit) {
        var conditions = new ArrayList<String>(List.of("e.id < :before"));
        var parameters = new HashMap<String, Object>(Map.of("before", Page.after(after, Long.MAX_VALUE)));
        if (who != null) {
            conditions.add("e.byName ilike :who escape '!'");
            parameters.put("who", Words.pattern(who));
        }
        if (what != null) {
            conditions.add("e.what = :what");
            parameters.put("what", what);
        }
        if (claim != null) {
            conditions.add("e.claim.id = :claim");
            parameters.put("claim", claim);
        }
        var query =
                Panache.getEntityManager().createQuery("""
                        select new org.assay.claim.EventRow(e.id, c.id, c.particulars.statement, c.particulars.language,
                            e.n, e.at, e.byName, e.what, e.note, e.hash)
                        from Event e join e.claim c where %s order by e.id desc""".formatted(String.join(" and ", conditions)), EventRow.class);
        parameters.forEach(query::setParameter);
        return Page.of(query.setMaxResults(limit + 1).getResultList(), limit, row -> String.valueOf(row.id()));
    }

    /** The list's address with these filters. */
    public String link() {
        return Links.to("/desk/audit", "who", who, "what", what, "claim", claim);
    }

    /** What the token of the next page is added to. */
    public String linkAfter() {
        return link() + (isEmpty() ? "?" : "&") + "after=";
    }

    public boolean isEmpty() {
        return who == null && what == null && claim == null;
    }
}
