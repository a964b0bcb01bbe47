package org.assay.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL that is made as production's: its letters are Unicode's, whatever language the machine speaks. */
public final class EmbeddedServer {

    private EmbeddedServer() {}

    public static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }
}
