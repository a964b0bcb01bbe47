package org.assay.demo;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** In dev mode, a database is there when the application asks where it is; one that is given is used instead. */
public final class DevelopmentDatabase implements ConfigSourceFactory {

    private static final String URL = "quarkus.datasource.jdbc.url";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String given = context.getValue(URL).getValue();
        return context.getProfiles().contains("dev") && given == null ? List.of(new Source()) : List.of();
    }

    private static final class Source implements ConfigSource {

        private String url;

        @Override
        public Set<String> getPropertyNames() {
            return Set.of(URL);
        }

        @Override
        public synchronized String getValue(String name) {
            if (!name.equals(URL)) {
                return null;
            }
            url = url == null ? EmbeddedDatabase.start(Path.of(".assay", "database")) : url;
            return url;
        }

        @Override
        public String getName() {
            return "embedded database of this checkout";
        }
    }
}
