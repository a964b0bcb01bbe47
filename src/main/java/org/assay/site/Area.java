package org.assay.site;

import java.util.Locale;

/** Whom a path is for. */
public enum Area {
    PUBLIC,
    DESK,
    API,
    MANAGEMENT;

    public static Area of(String path) {
        if (isUnder("/desk", path)) {
            return DESK;
        }
        if (isUnder("/api", path)) {
            return API;
        }
        return isUnder("/q", path) ? MANAGEMENT : PUBLIC;
    }

    private static boolean isUnder(String top, String path) {
        return path.startsWith(top) && (path.length() == top.length() || path.charAt(top.length()) == '/');
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
