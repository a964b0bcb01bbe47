package org.assay.publication;

import java.util.List;
import java.util.Optional;
import org.assay.web.Page;

/**
 * What readers see of a subject: the checks that are live, and its name as the latest of them has it.
 *
 * @param others who else goes by the name
 */
public record SubjectPage(
        Subject subject,
        ListedUnder latest,
        Spread spread,
        List<Namesake> others,
        Page<Listing> checks,
        boolean first) {

    private static final int AT_ONCE = 20;

    /** Somebody whom another page identifies. @param position null where none is known */
    public record Namesake(String name, String position, String address) {}

    /** Empty where no live check names the subject any more. */
    static Optional<SubjectPage> of(Subject subject, String after) {
        var checks = PublishedLists.of(subject, after, AT_ONCE);
        return ListedUnder.latest(subject)
                .map(latest -> new SubjectPage(
                        subject, latest, Spread.of(subject), latest.namesakes(), checks, after == null));
    }

    public String name() {
        return latest.name();
    }

    /** How many live checks there are. */
    public long count() {
        return spread.total();
    }
}
