package org.assay.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is answered at once, and how often the same may ask. */
@ConfigMapping(prefix = "assay.limits")
interface Limits {

    /** Of the connections to the database, how many in a hundred the pages for readers may have. */
    @WithDefault("30")
    int publicShare();

    @WithDefault("30")
    int deskShare();

    @WithDefault("20")
    int apiShare();

    /** How many searches are answered at once; they need no connection. */
    @WithDefault("${assay.search.at-once:8}")
    int searches();

    /** How many wait for a place at each side; whoever comes then is turned away at once. */
    @WithDefault("100")
    int waiting();

    /** Whoever has waited for so long is turned away. */
    @WithDefault("1S")
    Duration patience();

    /** Requests a minute to the API from one address, whoever sends them. */
    @WithDefault("12000")
    int apiByAddress();

    /** Requests a minute to the API by one person or program. */
    @WithDefault("6000")
    int apiByToken();

    /** Sign-ins a minute that begin or end at one address. */
    @WithDefault("300")
    int signInByAddress();

    /** Tokens a minute from one address that are not valid. */
    @WithDefault("300")
    int refusedTokensByAddress();
}
