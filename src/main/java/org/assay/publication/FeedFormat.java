package org.assay.publication;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.assay.newsroom.Newsroom;
import org.assay.readers.PublicPage;
import org.assay.web.Json;

/** How a feed is written. */
enum FeedFormat {

    /** RFC 4287. */
    ATOM("application", "atom+xml") {
        @Override
        String write(Feed feed, Newsroom newsroom) {
            String page = newsroom.url() + feed.page();
            var xml = Xml.root("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", "en")
                    .element("id", address(feed, newsroom))
                    .element("title", feed.title())
                    .element("updated", feed.updated().toString())
                    .empty("link", "rel", "self", "type", type().toString(), "href", address(feed, newsroom))
                    .empty("link", "rel", "alternate", "type", "text/html", "href", page)
                    .open("author")
                    .element("name", newsroom.name())
                    .element("uri", newsroom.url() + "/")
                    .close();
            for (var entry : feed.entries()) {
                xml.open("entry")
                        .element("id", entry.id())
                        .element("title", entry.title(), "xml:lang", entry.language())
                        .element("published", entry.published().toString())
                        .element("updated", entry.updated().toString())
                        .empty("link", "rel", "alternate", "type", "text/html", "href", entry.url())
                        .element("summary", entry.text(), "xml:lang", entry.language());
                entry.topics().forEach(topic -> xml.empty("category", "term", topic));
                xml.close();
            }
            return xml.done();
        }
    },

    /** JSON Feed 1.1. */
    JSON("application", "feed+json") {
        @Override
        String write(Feed feed, Newsroom newsroom) {
            return Json.write(new Document(
                    "https://jsonfeed.org/version/1.1",
                    feed.title(),
                    newsroom.url() + feed.page(),
                    address(feed, newsroom),
                    "en",
                    List.of(new Author(newsroom.name(), newsroom.url() + "/")),
                    feed.entries().stream().map(Item::of).toList()));
        }
    };

    /** Where a feed stands, beside the page of what it is about. */
    static final String PATH = "feed.{format:atom|json}";

    private final MediaType type;

    FeedFormat(String type, String subtype) {
        this.type = new MediaType(type, subtype);
    }

    static PublicPage page(String format, Feed feed, Newsroom newsroom) {
        var chosen = valueOf(format.toUpperCase(Locale.ROOT));
        return PublicPage.of(chosen.type.withCharset("UTF-8").toString(), chosen.write(feed, newsroom));
    }

    abstract String write(Feed feed, Newsroom newsroom);

    MediaType type() {
        return type;
    }

    String address(Feed feed, Newsroom newsroom) {
        return newsroom.url() + feed.path() + "." + name().toLowerCase(Locale.ROOT);
    }

    private record Document(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePage,
            @JsonProperty("feed_url") String address,
            String language,
            List<Author> authors,
            List<Item> items) {}

    private record Author(String name, String url) {}

    private record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") Instant published,
            @JsonProperty("date_modified") Instant updated,
            String language,
            List<String> tags) {
        static Item of(Feed.Entry entry) {
            return new Item(
                    entry.id(),
                    entry.url(),
                    entry.title(),
                    entry.text(),
                    entry.published(),
                    entry.updated(),
                    entry.language(),
                    entry.topics());
        }
    }
}
