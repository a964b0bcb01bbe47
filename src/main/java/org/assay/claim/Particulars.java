package org.assay.claim;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.article.Passage;
import org.assay.newsroom.NotAfterToday;
import org.assay.web.Invalid;
import org.assay.web.LanguageTag;
import org.assay.web.Text;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What is said of a claim, apart from where its quote stands.
 *
 * @param statement one checkable sentence; aggregators show its first 75 characters
 * @param reason why it was chosen for checking
 */
@Embeddable
public record Particulars(
        @Text(max = STATEMENT_MAX, required = true) String statement,
        @LanguageTag String language,
        @Embedded @Valid Source source,
        @Embedded @Valid Claimant claimant,
        @Enumerated(EnumType.STRING) Wording wording,
        @NotAfterToday LocalDate claimedOn,

        @JdbcTypeCode(SqlTypes.ARRAY) @Size(max = 10, message = "Please name 10 topics at most.")
        List<@NotNull @Text(max = 50, required = true) String> topics,

        @Text(max = 2000) String reason) {

    static final int STATEMENT_MAX = 300;

    public Particulars {
        wording = wording == null ? Wording.STATED : wording;
        topics = topics == null ? List.of() : topics.stream().distinct().collect(Collectors.toUnmodifiableList());
    }

    /** @throws Invalid where nothing tells where the claim was found */
    void requirePlace(Passage quote) {
        if (source == null && quote == null) {
            throw new Invalid("quote", "Please give a quote from a logged article, or a source.");
        }
    }

    /** "implied" needs saying; who stated something just says it. */
    public boolean isImplied() {
        return wording == Wording.IMPLIED;
    }
}
