package org.assay.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How published checks are searched. */
@ConfigMapping(prefix = "assay.search")
interface Searches {

    /** Where the index is kept between restarts; losing it costs the time to build it anew. */
    @WithDefault("${java.io.tmpdir}/assay-search")
    Path folder();

    /** After so long a search is given up. */
    @WithDefault("2S")
    Duration longest();

    /** So many searches run at once; others wait as long as a search may take. */
    @WithDefault("8")
    int atOnce();
}
