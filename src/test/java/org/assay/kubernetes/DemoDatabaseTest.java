package org.assay.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assay.support.EmbeddedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's PostgreSQL is made by the image's own script, which hands these options to {@code initdb}. */
class DemoDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void a_server_can_be_made_as_the_demo_asks_for_it() throws Exception {
        String options = Rendered.overlay("demo").pod("StatefulSet postgresql").variable("POSTGRES_INITDB_ARGS");
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // Which refuses to run as root; so does the embedded server, which does the same.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(programs() + "/initdb", "--username=postgres", "--pgdata=" + folder.resolve("data")));
        command.addAll(List.of(options.split(" ")));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }

    private static String programs() throws Exception {
        try (var server = EmbeddedServer.builder().start();
                var connection = server.getPostgresDatabase().getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery("select setting from pg_config where name = 'BINDIR'")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
