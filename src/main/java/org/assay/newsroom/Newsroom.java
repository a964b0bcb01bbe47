package org.assay.newsroom;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** Who publishes: what the newsroom says of itself on pages and in markup. */
@ConfigMapping(prefix = "assay.newsroom")
public interface Newsroom {

    String name();

    /** Where readers find the newsroom's checks, without a trailing slash: the base of every published URL. */
    URI url();

    Optional<URI> logo();

    /** Principles, corrections and verification policies: each a page of the newsroom's own. */
    Optional<URI> publishingPrinciples();

    Optional<URI> correctionsPolicy();

    Optional<URI> verificationFactCheckingPolicy();

    /** The zone in which "today" is decided: no publication or claim is dated after it. */
    @WithDefault("UTC")
    ZoneId timeZone();

    /** Whether readers see the names of the two who signed; else they see their roles. */
    @WithDefault("false")
    boolean publishNames();

    /** True marks every public page as a demonstration, so that nobody takes its data for real. */
    @WithDefault("false")
    boolean demonstration();

    Texts texts();

    /** Files with the newsroom's own words, in Markdown; each has a page, which every page links to. */
    interface Texts {

        Optional<Path> about();

        Optional<Path> funding();

        Optional<Path> correctionsPolicy();

        Optional<Path> contact();
    }

    default String checkUrl(String slug) {
        return url() + "/checks/" + slug;
    }
}
