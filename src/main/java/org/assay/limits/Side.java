package org.assay.limits;

import java.util.Locale;
import org.assay.site.Area;

/** What is answered side by side, each with places of its own, so that none takes what another needs. */
public enum Side {
    PUBLIC,
    SEARCH,
    DESK,
    API;

    /**
     * Of a path; null where nobody is turned away: for long documents, which have places of their own, and for the identity
     * provider, which says only once that a session is over.
     */
    static Side of(String asked) {
        String path = withoutLastSlash(asked);
        return switch (Area.of(path)) {
            case DESK -> DESK;
            case API -> API;
            case MANAGEMENT -> null;
            case PUBLIC -> ofPublic(path);
        };
    }

    private static Side ofPublic(String path) {
        if (path.equals("/checks") || path.startsWith("/v1alpha1/")) {
            return SEARCH;
        }
        return path.startsWith("/data/") || path.startsWith("/sitemaps/") || isTheProviders(path) ? null : PUBLIC;
    }

    /** Whether the identity provider says there that a session is over. */
    public static boolean isTheProviders(String path) {
        return withoutLastSlash(path).equals("/back-channel-logout");
    }

    /** Where a resource answers, it answers with a slash behind its path as well. */
    private static String withoutLastSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
