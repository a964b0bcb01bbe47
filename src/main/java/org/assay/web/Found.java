package org.assay.web;

import jakarta.ws.rs.NotFoundException;

/** What an address names. */
public final class Found {

    private Found() {}

    /** @throws NotFoundException where it is null: there is no such thing */
    public static <T> T found(T thing) {
        if (thing == null) {
            throw new NotFoundException();
        }
        return thing;
    }
}
