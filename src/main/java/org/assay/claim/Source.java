package org.assay.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.assay.web.Text;
import org.assay.web.WebUrl;

/** Where a claim can be found when it was not found in a logged article. */
@Embeddable
public record Source(
        @WebUrl(required = true) @Column(name = "source_url")
        String url,

        @Text(max = 300) @Column(name = "source_title") String title) {}
