package org.assay.publication;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.stream.Stream;

/** What a check can be had as at its one address. The first is what a reader gets who takes anything. */
enum Rendition {
    PAGE(MediaType.TEXT_HTML_TYPE),
    MARKUP(new MediaType("application", "ld+json")),
    DOSSIER(MediaType.APPLICATION_JSON_TYPE);

    private final MediaType type;

    Rendition(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /** @throws NotAcceptableException where the request's Accept takes none of these */
    static Rendition asked(Request request, List<Rendition> offered) {
        var variants = offered.stream()
                .map(rendition -> new Variant(rendition.type, (String) null, null))
                .toList();
        var chosen = request.selectVariant(variants);
        if (chosen == null) {
            throw new NotAcceptableException();
        }
        return Stream.of(values())
                .filter(rendition -> rendition.type.equals(chosen.getMediaType()))
                .findFirst()
                .orElseThrow();
    }
}
