package org.assay.claim;

import static org.assay.claim.Stage.APPROVED;
import static org.assay.claim.Stage.DROPPED;
import static org.assay.claim.Stage.LOGGED;
import static org.assay.claim.Stage.PROPOSED;
import static org.assay.claim.Stage.PUBLISHED;
import static org.assay.claim.Stage.REOPENED;
import static org.assay.claim.Stage.RETURNED;
import static org.assay.claim.Stage.WITHDRAWN;
import static org.assay.people.Role.EDITOR;
import static org.assay.people.Role.REVIEWER;

import io.quarkus.qute.TemplateEnum;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assay.people.Role;

/**
 * The workflow, as one table: it drives the guard, the buttons, the API's list of moves, the history's wording and the
 * documentation.
 */
@TemplateEnum
public enum Move {
    LOG(REVIEWER, LOGGED, "Log a claim", "logged the claim", "a statement, and a quote or a source"),
    PROPOSE(
            REVIEWER,
            PROPOSED,
            "Propose a verdict",
            "proposed a verdict",
            "a rating, a summary, a rationale, at least one piece of evidence; freezes the dossier",
            LOGGED,
            RETURNED,
            REOPENED),
    RETURN(EDITOR, RETURNED, "Return", "returned it", "a note", PROPOSED),
    APPROVE(
            EDITOR,
            APPROVED,
            "Approve",
            "approved and signed it",
            "the dossier's digest, and someone who never contributed to this claim",
            PROPOSED),
    PUBLISH(
            EDITOR,
            PUBLISHED,
            "Publish",
            "published it",
            "from the second version on: whether it is a correction or an update, and a note to readers",
            APPROVED),
    WITHDRAW(
            EDITOR,
            WITHDRAWN,
            "Withdraw",
            "withdrew it from readers",
            "a live version, and a reason that readers see; the page and all its versions answer 410",
            PUBLISHED,
            REOPENED,
            PROPOSED,
            RETURNED,
            APPROVED),
    REOPEN(EDITOR, REOPENED, "Reopen", "reopened it", "a reason", APPROVED, PUBLISHED, WITHDRAWN),
    DROP(
            REVIEWER,
            DROPPED,
            "Drop",
            "dropped it",
            "never once published, and a reason: duplicate (of which claim), not checkable, advertising, out of scope",
            LOGGED,
            RETURNED,
            REOPENED),
    RESTORE(REVIEWER, LOGGED, "Restore", "restored it", "nothing more", DROPPED);

    private final Role role;
    private final Stage to;
    private final String label;
    private final String past;
    private final String needs;
    private final Set<Stage> from;

    Move(Role role, Stage to, String label, String past, String needs, Stage... from) {
        this.role = role;
        this.to = to;
        this.label = label;
        this.past = past;
        this.needs = needs;
        this.from = EnumSet.noneOf(Stage.class);
        this.from.addAll(Set.of(from));
    }

    public Role role() {
        return role;
    }

    public Stage to() {
        return to;
    }

    /** The button. */
    public String label() {
        return label;
    }

    /** The history: who "proposed a verdict". */
    public String past() {
        return past;
    }

    /** The documentation's last column. */
    public String needs() {
        return needs;
    }

    /** In the order of the stages. */
    public Set<Stage> from() {
        return Collections.unmodifiableSet(from);
    }

    /** The noun under a claim's URL at which this move is made. */
    public String noun() {
        return switch (this) {
            case LOG -> "claims";
            case PROPOSE -> "verdict";
            case RETURN -> "return";
            case APPROVE -> "approval";
            case PUBLISH -> "publication";
            case WITHDRAW -> "withdrawal";
            case REOPEN -> "reopening";
            case DROP -> "drop";
            case RESTORE -> "restoration";
        };
    }

    /** Whether it brings the claim nearer to readers: its button stands out. */
    public boolean isForward() {
        return this == PROPOSE || this == APPROVE || this == PUBLISH;
    }

    /** The moves that the table has for a claim, whoever asks: WITHDRAW while it is live, DROP only if never published. */
    public static List<Move> from(Stage stage, boolean live, boolean everPublished) {
        return Arrays.stream(values())
                .filter(move -> move.from.contains(stage))
                .filter(move -> move != WITHDRAW || live)
                .filter(move -> move != DROP || !everPublished)
                .toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
