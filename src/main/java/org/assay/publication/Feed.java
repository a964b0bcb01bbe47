package org.assay.publication;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assay.newsroom.Newsroom;

/**
 * What changed for readers lately, the latest first, before it is written in one format or another.
 *
 * @param path where it stands, without the format at its end
 * @param page the path of what readers see in its place
 */
record Feed(String title, String path, String page, List<Entry> entries) {

    static final int MOST = 50;

    /**
     * @param id the same for as long as there is a newsroom, whatever becomes of the check or its address
     * @param language null for the newsroom's own words, which are English
     */
    record Entry(
            String id,
            String url,
            String title,
            String text,
            String language,
            List<String> topics,
            Instant published,
            Instant updated) {}

    static Feed of(String title, String path, String page, Stream<Entry> some, Stream<Entry> others) {
        return new Feed(
                title,
                path,
                page,
                Stream.concat(some, others)
                        .sorted(Comparator.comparing(Entry::updated)
                                .thenComparing(Entry::id)
                                .reversed())
                        .limit(MOST)
                        .toList());
    }

    static String title(Newsroom newsroom, String about) {
        return "Checks by " + newsroom.name() + ": " + about;
    }

    /** Of a feed that never had an entry, the beginning of time. */
    Instant updated() {
        return entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated();
    }

    /** A tag URI (RFC 4151): it says who names the check, and since when. */
    static String id(Newsroom newsroom, Publication publication) {
        var since = publication.firstPublishedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return "tag:" + newsroom.url().getHost() + "," + since + ":checks/" + publication.claimId();
    }
}
