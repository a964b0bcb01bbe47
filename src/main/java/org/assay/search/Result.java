package org.assay.search;

import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param next the token with which the list goes on; null at its end
 * @param total how many there are in all, up to {@link CheckSearch#COUNTED}
 * @param facets by what it can be narrowed down further, each with how many there would be
 */
public record Result(List<Found> found, String next, long total, Map<Facet, List<Count>> facets) {

    /** @param excerpt from the rationale or the evidence, where the words stand; empty where none does */
    public record Found(Entry entry, List<Hits.Piece> statement, List<Hits.Piece> summary, List<Hits.Piece> excerpt) {}

    public record Count(String value, int checks) {

        /** At most "1,000+". */
        public String shown() {
            return CheckSearch.shown(checks);
        }
    }

    /** At most "1,000+". */
    public String totalShown() {
        return CheckSearch.shown(total);
    }
}
