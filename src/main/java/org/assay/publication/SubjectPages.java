package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.function.Function;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;

/** How a page about a subject is found: by its address, by one that it had before, in whatever case. */
abstract class SubjectPages {

    @Inject
    Newsroom newsroom;

    @Inject
    ForReaders readers;

    @Context
    UriInfo uri;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance gone(Newsroom newsroom);
    }

    @Inject
    FeedEntries entries;

    Response about(Subject.Kind kind, String slug, String after, Function<SubjectPage, TemplateInstance> template) {
        String asked = kind.address(slug.toLowerCase(Locale.ROOT));
        Subject subject = Subject.at(asked).or(() -> Subject.before(asked)).orElseThrow(NotFoundException::new);
        if (!uri.getRequestUri().getRawPath().equals(subject.address())) {
            return readers.moved(subject.address());
        }
        var page = SubjectPage.of(subject, after)
                .map(found -> PublicPage.html(template.apply(found)))
                .orElseGet(() -> PublicPage.html(Templates.gone(newsroom)).status(410));
        return readers.send(page.heeding("after"));
    }

    /** An address that the subject had before leads to the one that it has now. */
    Response feed(Subject.Kind kind, String slug, String format) {
        String asked = kind.address(slug.toLowerCase(Locale.ROOT));
        Subject subject = Subject.at(asked).or(() -> Subject.before(asked)).orElseThrow(NotFoundException::new);
        if (!uri.getRequestUri().getRawPath().startsWith(subject.address() + "/")) {
            return readers.moved(subject.address() + "/feed." + format);
        }
        var feed = Feed.of(
                Feed.title(
                        newsroom,
                        ListedUnder.latest(subject).map(ListedUnder::name).orElse(kind.label())),
                subject.address() + "/feed",
                subject.address(),
                entries.checks(PublishedLists.of(subject, null, Feed.MOST).items()),
                entries.withdrawals(WithdrawnFrom.subject(subject)));
        return readers.send(FeedFormat.page(format, feed, newsroom));
    }
}
