package org.assay.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much is answered at once, and how often the same may ask. */
@ConfigMapping(prefix = "assay.limits")
interface Limits {

    /** Of the connections to the database, how many in a hundred the pages for readers may have. */
    @Min(1)
    @WithDefault("30")
    int publicShare();

    @Min(1)
    @WithDefault("30")
    int deskShare();

    @Min(1)
    @WithDefault("20")
    int apiShare();

    /** How many searches are answered at once; they need no connection. */
    @Min(1)
    @WithDefault("${assay.search.at-once:8}")
    int searches();

    /** How many wait for a place at each side; whoever comes then is turned away at once. */
    @Min(1)
    @WithDefault("100")
    int waiting();

    /** Whoever has waited for so long is turned away. */
    @WithDefault("1S")
    Duration patience();

    /** Requests a minute to the API from one address, whoever sends them. */
    @Min(1)
    @WithDefault("12000")
    int apiByAddress();

    /** Requests a minute to the API by one person or program. */
    @Min(1)
    @WithDefault("6000")
    int apiByToken();

    /** Sign-ins a minute that begin or end at one address. */
    @Min(1)
    @WithDefault("300")
    int signInByAddress();

    /** Tokens a minute from one address that are not valid. */
    @Min(1)
    @WithDefault("300")
    int refusedTokensByAddress();
}
