package org.assay.publication;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.claim.Dossier;
import org.assay.expert.Expert;

/**
 * What the dossiers of a page's checks hold of an expert.
 *
 * @param expert as the latest dossier describes them
 */
public record Testimony(Expert.Particulars expert, Map<Long, List<Dossier.FrozenEvidence>> byClaim) {

    static Testimony on(SubjectPage page) {
        var latest = page.latest().listing();
        var dossiers = PublishedVersion.live(Stream.concat(Stream.of(latest), page.checks().items().stream())
                        .map(Listing::claimId)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(
                        version -> version.publication().claimId(),
                        version -> version.dossier().content()));
        Function<Dossier.Content, List<Dossier.FrozenEvidence>> said = dossier -> dossier.evidence().stream()
                .filter(piece -> piece.expertId() != null && page.subject().isExpert(piece.expertId()))
                .toList();
        return new Testimony(
                said.apply(dossiers.get(latest.claimId())).getFirst().expert(),
                page.checks().items().stream()
                        .map(Listing::claimId)
                        .collect(Collectors.toMap(Function.identity(), claim -> said.apply(dossiers.get(claim)))));
    }

    public List<Dossier.FrozenEvidence> in(Listing check) {
        return byClaim.get(check.claimId());
    }
}
