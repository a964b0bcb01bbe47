package org.assay.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assay.claim.Change;
import org.assay.claim.Move;
import org.assay.claim.Stage;

/** Goes through what happened to one claim by the table of moves, and tells the first thing that cannot have been. */
final class ClaimHistory {

    private final long claim;
    private final List<Signed> dossiers;
    private final Set<String> workedOn = new HashSet<>();
    private final List<Signed> published = new ArrayList<>();
    private int events;
    private String last;
    private Stage stage;
    private boolean live;
    private int goneUpTo;
    private String withdrawnReason;
    private int proposals;
    private int approvals;
    private Verification.Break broken;

    ClaimHistory(long claim, List<Signed> dossiers) {
        this.claim = claim;
        this.dossiers = dossiers;
    }

    long claim() {
        return claim;
    }

    /** The next event, in the order of their numbers. */
    void take(Recorded event) {
        if (broken != null) {
            return;
        }
        events++;
        if (event.n() != events) {
            broken(events, "Event %d is missing.".formatted(events));
        } else if (!Objects.equals(event.previous(), last)) {
            broken(
                    events,
                    "Event %d does not follow on event %d: it names another hash.".formatted(events, events - 1));
        } else if (!event.isSealed()) {
            broken(events, "Event %d does not say what it said when it was written.".formatted(events));
        } else {
            last = event.hash();
            replay(event);
        }
    }

    private void replay(Recorded event) {
        var move = Arrays.stream(Move.values())
                .filter(one -> one.toString().equals(event.what()))
                .findFirst();
        var change = Arrays.stream(Change.values())
                .filter(one -> one.toString().equals(event.what()))
                .findFirst();
        if (!mayHappen(move, change)) {
            broken(events, "Event %d, %s, cannot happen to a claim that stands there.".formatted(events, event.what()));
            return;
        }
        switch (move.orElse(null)) {
            case PROPOSE -> requireProposal(event);
            case APPROVE -> requireApproval(event);
            case PUBLISH -> requirePublication(event);
            case WITHDRAW -> {
                live = false;
                goneUpTo = published.size();
                withdrawnReason = event.note();
            }
            case null, default -> {}
        }
        stage = move.map(Move::to).orElse(stage);
        if (change.isPresent()
                || move.filter(one -> one == Move.LOG || one == Move.PROPOSE).isPresent()) {
            workedOn.add(event.bySubject());
        }
    }

    private boolean mayHappen(Optional<Move> move, Optional<Change> change) {
        if (events == 1) {
            return move.filter(one -> one == Move.LOG).isPresent();
        }
        return change.isPresent() && stage.isOpen()
                || move.filter(Move.from(stage, live, !published.isEmpty())::contains)
                        .isPresent();
    }

    private void requireProposal(Recorded event) {
        proposals++;
        var proposed = proposed();
        if (proposed == null
                || proposed.n() != proposals
                || !proposed.proposedBy().equals(event.bySubject())
                || !proposed.digest().equals(event.digest())
                || !proposed.digest().equals(proposed.content())) {
            broken(events, "The dossier of event %d is not the one that was proposed.".formatted(events));
        }
    }

    private void requireApproval(Recorded event) {
        approvals++;
        var proposed = proposed();
        if (workedOn.contains(event.bySubject())) {
            broken(events, "Event %d approves what its own person worked on.".formatted(events));
        } else if (!event.bySubject().equals(proposed.approvedBy())
                || !proposed.digest().equals(proposed.approvedDigest())
                || !proposed.digest().equals(event.digest())) {
            broken(events, "The approval of event %d is not the one that was given.".formatted(events));
        }
    }

    private void requirePublication(Recorded event) {
        live = true;
        withdrawnReason = null;
        var proposed = proposed();
        published.add(proposed);
        if (proposed.version() != published.size()
                || !event.bySubject().equals(proposed.publishedBy())
                || !Objects.equals(event.note(), proposed.note())
                || !proposed.digest().equals(event.digest())) {
            broken(events, "Version %d is not what event %d published.".formatted(published.size(), events));
        }
    }

    private Signed proposed() {
        return proposals > dossiers.size() ? null : dossiers.get(proposals - 1);
    }

    /** Null where all is as it was. @param standing null where the claim's own row is missing */
    Verification.Break end(Standing standing) {
        if (broken != null) {
            return broken;
        }
        if (standing == null) {
            return broken(null, "The claim is missing, but not what happened to it.");
        }
        if (events == 0) {
            return broken(1, "Event 1 is missing.");
        }
        if (standing.version() != events || !Objects.equals(standing.head(), last)) {
            return broken(
                    standing.version() == events ? events : Math.min(events, standing.version()) + 1,
                    "The claim counts %d events, but %d are there; or the last is another."
                            .formatted(standing.version(), events));
        }
        if (!standing.stage().equals(stage.name())
                || standing.live() != live
                || standing.publishedVersions() != published.size()
                || standing.liveVersion() != (live ? published.size() : 0)
                || standing.goneUpTo() != goneUpTo
                || !Objects.equals(standing.withdrawnReason(), withdrawnReason)) {
            return broken(null, "The claim does not stand where its history left it.");
        }
        if (dossiers.size() != proposals
                || dossiers.stream().filter(Signed::isApproved).count() != approvals
                || dossiers.stream().filter(Signed::isPublished).count() != published.size()) {
            return broken(null, "The claim has a dossier, an approval or a version that its history does not know.");
        }
        return null;
    }

    private Verification.Break broken(Integer event, String reason) {
        broken = new Verification.Break(claim, event, reason);
        return broken;
    }
}
