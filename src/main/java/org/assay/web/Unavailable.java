package org.assay.web;

import java.util.Map;

/** It cannot be answered now, and may be in a moment. */
public final class Unavailable extends Refused {

    public Unavailable(String sentence) {
        super(503, sentence, Map.of());
    }
}
