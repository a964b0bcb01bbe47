package org.assay.limits;

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
    static Side of(String path) {
        if (path.startsWith("/desk")) {
            return DESK;
        }
        if (path.startsWith("/api/")) {
            return API;
        }
        if (path.equals("/checks") || path.startsWith("/v1alpha1/")) {
            return SEARCH;
        }
        return path.startsWith("/data/")
                        || path.startsWith("/sitemaps/")
                        || path.equals("/back-channel-logout")
                        || path.startsWith("/q/")
                ? null
                : PUBLIC;
    }

    @Override
    public String toString() {
        return name().toLowerCase();
    }
}
