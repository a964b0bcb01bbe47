package org.assay.article;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The claims that were found in articles. Who logs claims provides it; articles know nothing else of them. */
public interface ClaimsFound {

    /**
     * One claim in an article.
     *
     * @param quote where it stands; overlapping quotes of several claims are ordinary
     */
    record Found(long claim, String statement, String language, String stage, Passage quote) {}

    List<Found> in(long article);

    /** How many claims each of these articles has; articles without any are left out. */
    Map<Long, Long> count(Collection<Long> articles);
}
