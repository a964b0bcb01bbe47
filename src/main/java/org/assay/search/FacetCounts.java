package org.assay.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** How many of what was found there are by each facet. */
final class FacetCounts {

    private static final int VALUES_SHOWN = 8;

    private FacetCounts() {}

    /**
     * Of a facet that is chosen, how many there would be with another of its values. All that was found must be looked at, so
     * that it is done once for each state of the index.
     */
    static Map<Facet, List<Result.Count>> of(IndexSearcher searcher, Sought sought, Narrowing asked) {
        var state = FacetState.of((DirectoryReader) searcher.getIndexReader());
        return state.counted().get(asked, key -> {
            try {
                return counted(searcher, state.ordinals(), sought, asked);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Map<Facet, List<Result.Count>> counted(
            IndexSearcher searcher, SortedSetDocValuesReaderState ordinals, Sought sought, Narrowing asked)
            throws IOException {
        var whole = facets(searcher, ordinals, asked.query(sought, null));
        var counts = new EnumMap<Facet, List<Result.Count>>(Facet.class);
        for (Facet facet : Facet.values()) {
            String chosen = asked.chosen().get(facet);
            var facets = chosen == null ? whole : facets(searcher, ordinals, asked.query(sought, facet));
            var values = values(facets, facet, chosen);
            if (!values.isEmpty()) {
                counts.put(facet, values);
            }
        }
        return counts;
    }

    private static Facets facets(IndexSearcher searcher, SortedSetDocValuesReaderState ordinals, Query query)
            throws IOException {
        var found = searcher.search(query, new FacetsCollectorManager());
        CheckSearch.requireDone(searcher);
        return new SortedSetDocValuesFacetCounts(ordinals, found);
    }

    private static List<Result.Count> values(Facets facets, Facet facet, String chosen) throws IOException {
        var values = new ArrayList<Result.Count>();
        var top = facets.getTopChildren(VALUES_SHOWN, facet.toString());
        if (top != null) {
            Stream.of(top.labelValues)
                    .map(one -> new Result.Count(one.label, one.value.intValue()))
                    .forEach(values::add);
        }
        if (chosen != null && values.stream().noneMatch(one -> one.value().equals(chosen))) {
            int there = top == null
                    ? 0
                    : facets.getSpecificValue(facet.toString(), chosen).intValue();
            values.add(new Result.Count(chosen, Math.max(0, there)));
        }
        return values;
    }
}
