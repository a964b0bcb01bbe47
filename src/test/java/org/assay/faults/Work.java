package org.assay.faults;

import static org.assay.support.Newsdesk.articleDraft;
import static org.assay.support.Newsdesk.evidenceDraft;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.verdictDraft;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.assay.support.Replica;

/**
 * One claim's whole way, from an article to readers. Each move is made from a version: one that was not acknowledged is
 * looked for, and repeated where it is not there, and the late one and its repetition cannot both be done.
 */
final class Work {

    private static final Duration PACE = Duration.ofMillis(30);

    private final Program reviewer;
    private final Program editor;
    private final Supplier<Replica> anywhere;
    private final Journal journal;
    private final BooleanSupplier goesOn;
    private long claim;
    private int version;
    private JsonNode known;

    /** Nobody waits for it any longer, or nobody knows the number of what it logged. */
    private static final class Abandoned extends Exception {}

    /** @param anywhere the replica at which the next request is made */
    Work(Program reviewer, Program editor, Supplier<Replica> anywhere, Journal journal, BooleanSupplier goesOn) {
        this.reviewer = reviewer;
        this.editor = editor;
        this.anywhere = anywhere;
        this.journal = journal;
        this.goesOn = goesOn;
    }

    /** @return whether it was done to its end */
    boolean isDone(boolean withdrawn) {
        try {
            String url = "https://example.org/" + UUID.randomUUID();
            long article = logged("article", "/articles", url, articleDraft("url", url))
                    .path("id")
                    .asLong();
            String statement = "The controls take effect: " + UUID.randomUUID();
            var quote = json("articleId", article, "exact", "The controls take effect on 1 December");
            known = logged("log", "/claims", statement, json("statement", statement, "language", "en", "quote", quote));
            claim = known.path("id").asLong();
            version = 1;
            move(reviewer, "attach", "evidence", evidenceDraft());
            move(reviewer, "propose", "verdict", verdictDraft());
            move(editor, "return", "return", json("note", "Please look again."));
            move(reviewer, "propose", "verdict", verdictDraft("summary", "The decree names another day."));
            String digest = known.path("dossier").path("digest").asText();
            move(editor, "approve", "approval", json("digest", digest));
            move(editor, "publish", "publication", json());
            if (withdrawn) {
                move(editor, "withdraw", "withdrawal", json("reason", "The source was forged."));
            }
            return true;
        } catch (Abandoned e) {
            return false;
        }
    }

    private JsonNode logged(String kind, String path, String mark, Object draft) throws Abandoned {
        var answer = post(reviewer, kind, path, mark, draft);
        if (answer.status() != 201) {
            throw new Abandoned();
        }
        return answer.body();
    }

    private void move(Program by, String kind, String noun, Object body) throws Abandoned {
        while (true) {
            var answer = post(by, kind, "/claims/%d/%s".formatted(claim, noun), "", body);
            known = answer.status() == 201 ? answer.body() : read(by);
            if (known.path("version").asInt() > version) {
                version++;
                return;
            }
        }
    }

    private Program.Answer post(Program by, String kind, String path, String mark, Object body) throws Abandoned {
        pause();
        var answer = by.post(anywhere.get(), path, version, body);
        journal.note(
                new Write(kind, mark, claim, version, by.subject(), answer.outcome(), answer.status(), answer.took()),
                answer);
        return answer;
    }

    private JsonNode read(Program by) throws Abandoned {
        while (true) {
            pause();
            var answer = by.get(anywhere.get(), "/claims/" + claim);
            journal.note(answer);
            if (answer.status() == 200) {
                return answer.body();
            }
        }
    }

    private void pause() throws Abandoned {
        if (!goesOn.getAsBoolean()) {
            throw new Abandoned();
        }
        try {
            Thread.sleep(PACE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
