package org.assay.expert;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where experts are cited. Who attaches evidence provides it; experts know nothing else of claims. */
public interface ExpertStatements {

    /** One piece of evidence that cites the expert. */
    record Statement(
            long claim, String statement, String language, String stage, String stance, String quote, String note) {}

    /** At most 200, newest first. */
    List<Statement> by(long expert);

    /** How many pieces of evidence cite each of these experts; those whom none cites are left out. */
    Map<Long, Long> count(Collection<Long> experts);
}
