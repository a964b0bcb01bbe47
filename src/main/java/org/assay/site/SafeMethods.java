package org.assay.site;

import java.util.Set;

/** Methods by which nothing is changed (RFC 9110, 9.2.1), as far as they are taken here. */
public final class SafeMethods {

    private static final Set<String> NAMES = Set.of("GET", "HEAD", "OPTIONS");

    private SafeMethods() {}

    public static boolean include(String method) {
        return NAMES.contains(method);
    }
}
