package org.assay.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Addresses with what somebody looks for in them. */
public final class Links {

    private Links() {}

    /** @param namesAndValues in turn; what is null is left out */
    public static String to(String path, Object... namesAndValues) {
        var query = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                query.add(namesAndValues[i]
                        + "="
                        + URLEncoder.encode(namesAndValues[i + 1].toString(), StandardCharsets.UTF_8));
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
