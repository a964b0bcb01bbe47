package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The version before runs on the schema of the next: a migration only adds, unless its name says contract. */
class MigrationsTest {

    private static final int LAST_OF_THE_FIRST_RELEASE = 99;

    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*\\.sql");

    /** What is not read: comments, and the bodies of functions and texts. */
    private static final Pattern ASIDE =
            Pattern.compile("--[^\n]*|/\\*.*?\\*/|(\\$\\w*\\$).*?\\1|'(?:[^']|'')*'", Pattern.DOTALL);

    private static final Pattern DROPPED = Pattern.compile("drop (table|view|materialized view|type|schema|sequence)\\b.*");

    private static final Pattern ALTERED = Pattern.compile("alter table .*?\\b("
            + "rename\\b"
            + "|drop (?!default\\b|not null\\b|identity\\b|expression\\b)"
            + "|alter (column )?\\S+ (set data )?type\\b"
            + "|alter (column )?\\S+ set not null\\b"
            + ").*");

    private static final Pattern ADDED = Pattern.compile("add (column )?(?!constraint\\b).*");

    @Test
    void a_migration_after_the_first_release_takes_nothing_away() throws IOException {
        try (var files = Files.list(Path.of("src", "main", "resources", "db", "migration"))) {
            List<Path> all = files.toList();
            assertTrue(all.size() > 10, "It reads no migrations");
            for (Path file : all) {
                var name = NUMBER.matcher(file.getFileName().toString());
                assertTrue(name.matches(), file::toString);
                if (Integer.parseInt(name.group(1)) > LAST_OF_THE_FIRST_RELEASE
                        && !file.toString().contains("contract")) {
                    assertEquals(List.of(), takenAway(Files.readString(file)), file::toString);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table expert;",
                "DROP TABLE IF EXISTS expert cascade;",
                "alter table expert drop column name;",
                "alter table expert drop name;",
                "alter table expert add column born date, drop constraint expert_pkey;",
                "alter table expert rename to witness;",
                "alter table expert\n  rename column name to called;",
                "alter table expert rename constraint a to b;",
                "alter table expert alter column name type varchar(20);",
                "alter table expert alter name set data type int;",
                "alter table expert alter column name set not null;",
                "alter table expert add column born date not null;",
                "alter table expert add born numeric(4, 2) not null;",
                "alter table expert add column a text not null default '', add column b text not null;",
                "create function f() returns int language sql as $$ select 1; $$; drop table expert;"
            })
    void what_the_version_before_would_miss_is_refused(String sql) {
        assertEquals(1, takenAway(sql).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table expert (id bigint primary key, name text not null);",
                "alter table expert add column born date;",
                "alter table expert add column born date not null default now();",
                "alter table expert add column b bigint not null generated always as identity;",
                "alter table expert add constraint born_lately check (born is not null) not valid;",
                "alter table expert alter column name drop not null;",
                "alter table expert alter column name drop default, alter column name set default 'A';",
                "drop index expert_names;",
                "-- drop table expert;\ncreate index expert_names on expert (name);",
                "create function f() returns void language sql as $$ drop table expert; $$;",
                "comment on table expert is 'alter table expert drop column name;';"
            })
    void what_only_adds_is_taken(String sql) {
        assertEquals(List.of(), takenAway(sql));
    }

    private static List<String> takenAway(String sql) {
        String read = ASIDE.matcher(sql).replaceAll("''");
        return Arrays.stream(read.split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase())
                .filter(statement -> DROPPED.matcher(statement).matches()
                        || ALTERED.matcher(statement).matches()
                        || statement.startsWith("alter table ") && demands(statement))
                .toList();
    }

    /** Whether it adds a column that the version before does not know it must fill. */
    private static boolean demands(String statement) {
        String actions = statement.replaceFirst("alter table (if exists )?(only )?\\S+ ", "");
        return Arrays.stream(actions.split(", (?=add |alter |drop )"))
                .anyMatch(action -> ADDED.matcher(action).matches()
                        && action.matches(".*\\b(not null|primary key)\\b.*")
                        && !action.matches(".*\\b(default|generated)\\b.*"));
    }
}
