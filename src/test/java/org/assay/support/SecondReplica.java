package org.assay.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The packaged application beside the one of the test that starts it, on its database and its sign-in. */
public final class SecondReplica {

    /** What its connections are called in {@code pg_stat_activity}. */
    public static final String NAME = "second-replica";

    private SecondReplica() {}

    public static Replica started() throws IOException {
        return started(NAME, Map.of());
    }

    /** @param checkout whose package it is: another version's, for one */
    public static Replica started(Path checkout) throws IOException {
        return Replica.started(NAME, checkout, Replica.freePort(), environment(NAME));
    }

    /** @param more of its environment than it shares with the test's own application */
    public static Replica started(String name, Map<String, String> more) throws IOException {
        var environment = new HashMap<>(environment(name));
        environment.putAll(more);
        return Replica.started(name, environment);
    }

    private static Map<String, String> environment(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                setting("quarkus.datasource.jdbc.url") + "&ApplicationName=" + name,
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                setting("quarkus.oidc.auth-server-url"),
                "QUARKUS_OIDC_CLIENT_ID",
                setting("quarkus.oidc.client-id"),
                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                setting("quarkus.oidc.credentials.secret"),
                "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
                "known-to-everyone-so-for-tests-only",
                "ASSAY_API_AUDIENCE",
                "any",
                "ASSAY_NEWSROOM_NAME",
                setting("assay.newsroom.name"),
                "ASSAY_NEWSROOM_URL",
                setting("assay.newsroom.url"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
