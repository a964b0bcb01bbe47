package org.assay.demo;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** In dev mode, a database is there before the application looks for one. */
@QuarkusMain
class DevelopmentMain {

    private static final String URL = "quarkus.datasource.jdbc.url";

    public static void main(String... arguments) {
        boolean given = ConfigProvider.getConfig().getOptionalValue(URL, String.class).isPresent();
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT && !given) {
            System.setProperty(URL, EmbeddedDatabase.start(Path.of(".assay", "database")));
        }
        Quarkus.run(arguments);
    }
}
