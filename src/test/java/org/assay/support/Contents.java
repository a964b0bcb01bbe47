package org.assay.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All that the database holds, to be compared with what it held before. */
public final class Contents {

    private Contents() {}

    /** Each table's number of rows and their digest. */
    public static Map<String, String> of(DataSource database) {
        try (var connection = database.getConnection()) {
            var contents = new TreeMap<String, String>();
            for (String table : tables(connection)) {
                contents.put(table, one(connection, """
                        select count(*) || ' ' || md5(coalesce(string_agg(t::text, '' order by t::text), ''))
                        from "%s" t""".formatted(table)).getFirst());
            }
            return contents;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return one(
                connection,
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
    }

    /** The first column of what is found. */
    public static List<String> one(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var select = connection.createStatement();
                var rows = select.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
