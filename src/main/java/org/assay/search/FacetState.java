package org.assay.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;

/**
 * What is worked out once for each state of the index.
 *
 * @param ordinals the facets' values; null while nothing is published
 * @param languages those that most checks are written in
 * @param counted what was counted in it, of those that were asked for last
 */
record FacetState(
        SortedSetDocValuesReaderState ordinals,
        List<String> languages,
        Cache<Narrowing, Map<Facet, List<Result.Count>>> counted) {

    /** In characters of what was asked, and a fixed number of them for each answer. */
    private static final int COUNTED = 500_000;

    private static final int OF_AN_ANSWER = 1_000;

    private static final int LANGUAGES = 8;

    private static final ConcurrentMap<IndexReader.CacheKey, FacetState> KNOWN = new ConcurrentHashMap<>();

    static FacetState of(DirectoryReader reader) {
        var helper = reader.getReaderCacheHelper();
        return KNOWN.computeIfAbsent(helper.getKey(), key -> {
            helper.addClosedListener(KNOWN::remove);
            return worked(reader);
        });
    }

    private static FacetState worked(DirectoryReader reader) {
        if (reader.numDocs() == 0) {
            return new FacetState(null, List.of(), none());
        }
        try {
            var ordinals = new DefaultSortedSetDocValuesReaderState(reader, Indexed.FACETS);
            var languages =
                    new SortedSetDocValuesFacetCounts(ordinals).getTopChildren(LANGUAGES, Facet.LANGUAGE.toString());
            return new FacetState(
                    ordinals,
                    Stream.of(languages.labelValues).map(one -> one.label).toList(),
                    none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cache<Narrowing, Map<Facet, List<Result.Count>>> none() {
        return Caffeine.newBuilder()
                .maximumWeight(COUNTED)
                .weigher((Narrowing asked, Map<Facet, List<Result.Count>> counts) -> OF_AN_ANSWER + asked.length())
                .build();
    }
}
