package org.assay.claim;

import jakarta.persistence.Embeddable;
import org.assay.web.Text;

/**
 * What a reviewer proposes.
 *
 * @param rating the key of a label on the current scale
 * @param rationale Markdown
 * @param singleSourceReason needed where the evidence has fewer than two origins
 */
@Embeddable
public record Verdict(
        @Text(max = 50, required = true) String rating,
        @Text(max = 500, required = true) String summary,
        @Text(max = 20_000, required = true) String rationale,
        @Text(max = 2000) String singleSourceReason) {}
