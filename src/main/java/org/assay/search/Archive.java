package org.assay.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;
import org.assay.web.Invalid;
import org.assay.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

/** All that is published: by words, by facets, or simply the latest. */
@Path("/checks")
@PermitAll
class Archive {

    private static final int ON_A_PAGE = 20;

    @Inject
    CheckSearch search;

    @Inject
    ForReaders readers;

    @Inject
    Newsroom newsroom;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Result result, Narrowing asked, boolean first, Newsroom newsroom);

        static native TemplateInstance refused(Narrowing asked, String sentence, Newsroom newsroom);
    }

    @GET
    public Response list(@RestQuery String q, @RestQuery String after, @Context UriInfo uri) {
        var sent = uri.getQueryParameters();
        var asked = Narrowing.of(
                q,
                Stream.of(Facet.values())
                        .filter(facet -> sent.getFirst(facet.toString()) != null)
                        .collect(Collectors.toMap(Facet::toString, facet -> sent.getFirst(facet.toString()))));
        try {
            for (var one : asked.chosen().entrySet()) {
                Page.filter(one.getKey().toString(), one.getValue());
            }
            var result = search.find(asked, after, ON_A_PAGE);
            boolean first = after == null || after.isEmpty();
            return readers.send(PublicPage.html(Templates.list(result, asked, first, newsroom))
                    .neverKept());
        } catch (Invalid refused) {
            String sentence = refused.violations().getFirst().message();
            return readers.send(PublicPage.html(Templates.refused(asked, sentence, newsroom))
                    .status(400)
                    .neverKept());
        }
    }
}
