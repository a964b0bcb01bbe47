package org.assay.publication;

import io.quarkus.qute.RawString;
import java.util.List;
import org.assay.claim.Dossier;
import org.assay.claim.Signature;
import org.assay.newsroom.Newsroom;
import org.assay.people.Role;

/**
 * A published version as its page shows it: all from the dossier.
 *
 * @param versions those that readers can see, the latest first
 * @param markup null where the page carries none
 */
public record PublicCheck(
        String slug,
        PublishedVersion version,
        Dossier.Content dossier,
        List<PublishedVersion> versions,
        RawString markup,
        Newsroom newsroom) {

    static PublicCheck brief(PublishedVersion version, Newsroom newsroom) {
        return new PublicCheck(
                version.publication().slug(), version, version.dossier().content(), List.of(), null, newsroom);
    }

    static PublicCheck whole(PublishedVersion version, Newsroom newsroom) {
        var publication = version.publication();
        boolean live = Integer.valueOf(version.n()).equals(publication.liveVersion());
        return new PublicCheck(
                publication.slug(),
                version,
                version.dossier().content(),
                publication.visible(),
                live ? ClaimReviewMarkup.inPage(version) : null,
                newsroom);
    }

    public boolean isLatest() {
        return version.n() == versions.getFirst().n();
    }

    /** The version after this one, which says what was changed. */
    public PublishedVersion next() {
        return versions.get(versions.indexOf(version) - 1);
    }

    /** What it is listed under; null unless it is live. */
    public Listing listing() {
        return markup == null ? null : Listing.findById(version.publication().claimId());
    }

    public String url() {
        return newsroom.checkUrl(slug);
    }

    /** The share image; each version has an address of its own, since other sites keep what they fetched. */
    public String cardUrl() {
        return url() + "/card.png?v=" + version.n();
    }

    /** For other sites to paste. */
    public EmbedCode embedCode() {
        return EmbedCode.of(this, null, null);
    }

    public String proposer() {
        return shown(version.dossier().proposal());
    }

    public String approver() {
        return shown(version.dossier().approval());
    }

    private String shown(Signature signature) {
        if (newsroom.publishNames()) {
            return signature.name();
        }
        return signature.as() == Role.EDITOR ? "an editor" : "a reviewer";
    }
}
