package org.assay.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where what is written in a JSON document is not what was understood, by path. What is not written may be anything. */
final class Differences {

    private Differences() {}

    static List<String> between(JsonNode written, JsonNode understood) {
        var found = new ArrayList<String>();
        compare("", written, understood, found);
        return found;
    }

    private static void compare(String path, JsonNode written, JsonNode understood, List<String> found) {
        if (written.isObject() && understood.isObject()) {
            written.properties()
                    .forEach(it ->
                            compare(path + "/" + it.getKey(), it.getValue(), understood.path(it.getKey()), found));
        } else if (written.isArray() && understood.isArray() && written.size() == understood.size()) {
            for (int i = 0; i < written.size(); i++) {
                compare(path + "/" + i, written.get(i), understood.get(i), found);
            }
        } else if (!written.equals(understood)) {
            found.add("%s is %s, which is understood as %s".formatted(path, written, understood));
        }
    }
}
