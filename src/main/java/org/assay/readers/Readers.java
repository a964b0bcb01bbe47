package org.assay.readers;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How pages reach readers. */
@ConfigMapping(prefix = "assay.readers")
interface Readers {

    /** How much memory the pages that are kept may take; with 0 none is. */
    @WithDefault("64M")
    MemorySize cache();

    /** For how many seconds a cache between Assay and its readers may answer by itself: so late they see a withdrawal. */
    @WithDefault("5")
    int sharedSeconds();
}
