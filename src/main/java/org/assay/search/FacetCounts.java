package org.assay.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;

/** How many of what was found there are by each facet. */
final class FacetCounts {

    private static final int VALUES_SHOWN = 8;

    private FacetCounts() {}

    /** Of a facet that is chosen, how many there would be with another of its values. */
    static Map<Facet, List<Result.Count>> of(
            IndexSearcher searcher, Sought sought, Narrowing asked, FacetsCollector all) throws IOException {
        var ordinals =
                FacetState.of((DirectoryReader) searcher.getIndexReader()).ordinals();
        var whole = new SortedSetDocValuesFacetCounts(ordinals, all);
        var counts = new EnumMap<Facet, List<Result.Count>>(Facet.class);
        for (Facet facet : Facet.values()) {
            String chosen = asked.chosen().get(facet);
            Facets facets = whole;
            if (chosen != null) {
                var open = searcher.search(asked.query(sought, facet), new FacetsCollectorManager());
                CheckSearch.requireDone(searcher);
                facets = new SortedSetDocValuesFacetCounts(ordinals, open);
            }
            var values = values(facets, facet, chosen);
            if (!values.isEmpty()) {
                counts.put(facet, values);
            }
        }
        return counts;
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
