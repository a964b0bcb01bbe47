package org.assay.search;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;

/** Lucene's own part of a search, one after the other on one thread, timed. In no product. */
@Path("/bench/search")
@PermitAll
class BareSearch {

    private static final int TOP = 20;

    @Inject
    CheckIndex index;

    /** @return the 50th and 99th percentile in microseconds */
    @GET
    @Blocking
    @Produces("text/plain")
    public String times(@QueryParam("q") List<String> questions, @QueryParam("rounds") int rounds) {
        var took = new ArrayList<Long>();
        for (int round = 0; round < rounds; round++) {
            for (String question : questions) {
                took.add(index.read(reader -> time(reader, question)));
            }
        }
        Collections.sort(took);
        return took.get(took.size() / 2) + " " + took.get(took.size() * 99 / 100);
    }

    private static long time(DirectoryReader reader, String question) {
        var sought = CheckSearch.sought(reader, question);
        long begin = System.nanoTime();
        try {
            new IndexSearcher(reader).search(sought.query(), TOP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (System.nanoTime() - begin) / 1_000;
    }
}
