package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;

/** The front page: what has been published lately, and what it is about. */
@Path("/")
@PermitAll
class Home {

    private static final int MOST_CHECKS = 21;
    private static final int MOST_CORRECTIONS = 3;
    private static final int MOST_TOPICS = 10;

    @Inject
    Newsroom newsroom;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance home(
                List<Listing> checks,
                boolean more,
                List<ListedUnder> topics,
                List<Correction> corrections,
                Newsroom newsroom);
    }

    @Inject
    ForReaders readers;

    @GET
    public Response home() {
        var checks = PublishedLists.latest(null, MOST_CHECKS);
        var corrections = Correction.latest(null, MOST_CORRECTIONS).items();
        var page = Templates.home(checks.items(), checks.next() != null, topics(checks.items()), corrections, newsroom);
        return readers.send(PublicPage.html(page));
    }

    /** What these checks are most about; among equals what was named last. */
    static List<ListedUnder> topics(List<Listing> checks) {
        var named = new LinkedHashMap<String, ListedUnder>();
        var often = new LinkedHashMap<String, Integer>();
        checks.stream().flatMap(check -> check.topics().stream()).forEach(topic -> {
            named.putIfAbsent(topic.address(), topic);
            often.merge(topic.address(), 1, Integer::sum);
        });
        return often.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_TOPICS)
                .map(topic -> named.get(topic.getKey()))
                .toList();
    }
}
