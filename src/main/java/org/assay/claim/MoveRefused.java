package org.assay.claim;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.people.Person;
import org.assay.web.Refused;

/** A move that the rules refuse, with the sentence that says why. */
public class MoveRefused extends Refused {

    private MoveRefused(int status, String sentence, Map<String, Object> details) {
        super(status, sentence, details);
    }

    static MoveRefused wrongStage(Claim claim, String wish, Person by) {
        return conflict(claim, by, "This claim is %s: %s.".formatted(claim.stage(), wish));
    }

    static MoveRefused conflict(Claim claim, Person by, String sentence) {
        return new MoveRefused(409, sentence, Map.of("stage", claim.stage(), "moves", claim.movesFor(by)));
    }

    static MoveRefused byTable(Claim claim, Move move, Person by) {
        String wish = move == Move.DROP && claim.publishedVersions() > 0
                ? "it was published once, so it can be withdrawn but never dropped"
                : move == Move.WITHDRAW && !claim.isLive()
                        ? "no version of it is live that could be withdrawn"
                        : move == Move.LOG ? "it is logged once" : "to %s, it must be %s".formatted(move, stages(move));
        return wrongStage(claim, wish, by);
    }

    static MoveRefused role(Move move) {
        return new MoveRefused(
                403, "Only %s can %s a claim.".formatted(move.role().people(), move), Map.of("role", move.role()));
    }

    static MoveRefused fourEyes() {
        return new MoveRefused(
                403, "You worked on this claim, so someone else must approve it.", Map.of("rule", "four-eyes"));
    }

    @Override
    public String kind() {
        return details().containsKey("rule") ? "four-eyes" : details().containsKey("role") ? "role" : "stage";
    }

    private static String stages(Move move) {
        List<String> names = move.from().stream().sorted().map(Stage::toString).collect(Collectors.toList());
        String last = names.removeLast();
        return names.isEmpty() ? last : String.join(", ", names) + " or " + last;
    }
}
