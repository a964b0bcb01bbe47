package org.assay.publication;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.assay.claim.Claimant;
import org.assay.claim.Dossier;
import org.assay.web.Characters;
import org.assay.web.Sha256;
import org.assay.web.WebAddress;

/**
 * Whom or what a dossier names.
 *
 * @param identity equal where two dossiers name the same: a topic and a publisher by the name, whatever its case and
 *     punctuation; a claimant by the page that identifies them, without one by the name; an expert by the desk's record
 */
record Named(Subject.Kind kind, String identity, String name) {

    static Collection<Named> in(Dossier.Content dossier) {
        var named = new LinkedHashMap<String, Named>();
        if (dossier.claimant() != null) {
            add(
                    named,
                    Subject.Kind.CLAIMANT,
                    claimant(dossier.claimant()),
                    dossier.claimant().name());
        }
        dossier.topics().forEach(topic -> add(named, Subject.Kind.TOPIC, topic(topic), topic));
        if (dossier.article() != null) {
            String publisher = dossier.article().particulars().publisher();
            if (!Characters.isBlank(publisher)) {
                add(named, Subject.Kind.PUBLISHER, publisher(publisher), publisher);
            }
        }
        for (var piece : dossier.evidence()) {
            if (piece.expertId() != null) {
                add(
                        named,
                        Subject.Kind.EXPERT,
                        expert(piece.expertId()),
                        piece.expert().name());
            }
        }
        return named.values();
    }

    private static void add(LinkedHashMap<String, Named> named, Subject.Kind kind, String identity, String name) {
        named.putIfAbsent(identity, new Named(kind, identity, name));
    }

    static String topic(String topic) {
        return "topic:" + folded(topic);
    }

    static String publisher(String publisher) {
        return "publisher:" + folded(publisher);
    }

    static String expert(long id) {
        return "expert:" + id;
    }

    static String claimant(Claimant claimant) {
        return claimant.sameAs() == null
                ? byName(claimant.name())
                : "claimant:page:" + Sha256.of(WebAddress.normalised(claimant.sameAs()));
    }

    private static String byName(String claimant) {
        return "claimant:name:" + folded(claimant);
    }

    /** What identified a claimant before a page did. */
    String withoutLink() {
        return kind == Subject.Kind.CLAIMANT ? byName(name) : identity;
    }

    private static String folded(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = lower.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        return words.isEmpty() ? lower : words;
    }
}
