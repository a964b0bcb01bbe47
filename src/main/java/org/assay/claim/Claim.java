package org.assay.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.article.Article;
import org.assay.article.Passage;
import org.assay.expert.Expert;
import org.assay.newsroom.Newsroom;
import org.assay.people.Person;
import org.assay.rating.RatingScale;
import org.assay.web.Json;
import org.assay.web.Stale;
import org.hibernate.annotations.SQLRestriction;

/**
 * One checkable statement, and THE place of the newsroom's rules. Every verb checks first and changes then, and writes
 * its event in the same transaction. Who calls a verb holds the row's lock, from {@link #locked}.
 */
@Entity
public class Claim extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Embedded
    private Particulars particulars;

    @ManyToOne(fetch = FetchType.LAZY)
    private Article article;

    @Embedded
    private Passage quote;

    @OneToMany(mappedBy = "claim", cascade = CascadeType.PERSIST)
    @SQLRestriction("not removed")
    @OrderBy("n")
    private List<Evidence> evidence = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "contribution", joinColumns = @JoinColumn(name = "claim_id"))
    private Set<Contributor> contributors = new HashSet<>();

    @OneToMany(mappedBy = "claim", cascade = CascadeType.PERSIST)
    @OrderBy("n")
    private List<Event> history = new ArrayList<>();

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    private Dossier dossier;

    private int version;
    private String head;
    private int lastEvidence;
    private String slug;
    private int publishedVersions;
    private boolean live;
    private Instant loggedAt;
    private Instant changedAt;

    protected Claim() {}

    /** The claim with its row locked until the transaction ends; null where there is none. */
    public static Claim locked(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @param quote where the claim stands in the article; null where its source is elsewhere */
    public static Claim log(Particulars particulars, Article article, Passage quote, Person by, Instant now) {
        var claim = new Claim();
        claim.loggedAt = now;
        claim.requireRole(Move.LOG, by);
        claim.describe(particulars, article, quote);
        claim.contributed(by);
        claim.stage = Move.LOG.to();
        claim.record(Move.LOG, by, now, null, null);
        return claim;
    }

    /** Changes nothing, and records nothing, where everything is as it was. */
    public void edit(Particulars edited, Article newArticle, Passage newQuote, Person by, Instant now) {
        requireOpen(by);
        var before = Changes.sides(particulars, article, quote);
        var changes = Changes.between(before, Changes.sides(edited, newArticle, newQuote));
        if (changes.isEmpty()) {
            return;
        }
        describe(edited, newArticle, newQuote);
        contributed(by);
        record(Change.EDIT, by, now, null, changes);
    }

    private void describe(Particulars described, Article where, Passage passage) {
        described.requirePlace(passage);
        particulars = described;
        article = where;
        quote = passage;
    }

    public Evidence attach(Evidence.Content content, Expert expert, Person by, Instant now) {
        requireOpen(by);
        content.requireExpert(expert);
        var attached = new Evidence(this, ++lastEvidence, content, expert, by, now);
        evidence.add(attached);
        contributed(by);
        record(Change.ATTACH, by, now, null, Map.of("evidence", lastEvidence));
        return attached;
    }

    /** @return whether there was such a piece of evidence; what is removed stays in the history */
    public boolean remove(int n, String reason, Person by, Instant now) {
        Evidence piece = evidence(n);
        if (piece == null) {
            return false;
        }
        requireOpen(by);
        piece.remove();
        contributed(by);
        record(Change.REMOVE, by, now, reason, Map.of("evidence", n, "removed", piece.content()));
        return true;
    }

    /** Freezes the dossier. Needs a slug: the ClaimReview in the dossier names the page's address. */
    public void propose(Verdict verdict, RatingScale scale, Newsroom newsroom, Person by, Instant now) {
        var rating = verdict.ratingOn(scale);
        verdict.requireReason(evidence());
        requireMove(Move.PROPOSE, by);
        if (evidence().isEmpty()) {
            throw MoveRefused.conflict(this, by, "This claim has no evidence yet: attach at least one piece first.");
        }
        dossier = Dossier.freeze(this, verdict, rating, scale, newsroom, by, now);
        contributed(by);
        move(Move.PROPOSE, by, now, null, dossier.recorded());
    }

    public void sendBack(String note, Person by, Instant now) {
        move(Move.RETURN, by, now, note, null);
    }

    /**
     * Signs the dossier.
     *
     * @param digest of the dossier that the approver read
     * @throws Stale where another dossier has been proposed since
     */
    public void approve(String digest, Person by, Instant now) {
        requireRole(Move.APPROVE, by);
        if (dossier != null && !dossier.digest().equals(digest)) {
            throw new Stale("This is not the dossier that is proposed now: please read it again.", this::viewed);
        }
        requireMove(Move.APPROVE, by);
        dossier.sign(new Approval(dossier, by, now));
        move(Move.APPROVE, by, now, null, dossier.recorded());
    }

    /** Its next version goes live. The publication itself is the caller's to write. */
    public void publish(String noteToReaders, Person by, Instant now) {
        move(Move.PUBLISH, by, now, noteToReaders, dossier == null ? null : dossier.recorded());
        publishedVersions++;
        live = true;
    }

    public void withdraw(String reason, Person by, Instant now) {
        move(Move.WITHDRAW, by, now, reason, null);
        live = false;
    }

    public void reopen(String reason, Person by, Instant now) {
        move(Move.REOPEN, by, now, reason, null);
    }

    /** @param duplicateOf the claim that this one repeats; null for any other reason */
    public void drop(DropReason reason, Claim duplicateOf, String note, Person by, Instant now) {
        move(Move.DROP, by, now, note, reason.recorded(duplicateOf));
    }

    public void restore(Person by, Instant now) {
        move(Move.RESTORE, by, now, null, null);
    }

    /** The moves that this person may make now: by the table, by their role, and with four eyes. */
    public List<Move> movesFor(Person person) {
        return nextMoves().stream()
                .filter(move -> refusal(move, person) == null)
                .toList();
    }

    /** The moves that the table has next for anyone: what this person may not do of them, {@link #whyNot} explains. */
    public List<Move> nextMoves() {
        return Move.from(stage, live, publishedVersions > 0);
    }

    public boolean hasContributed(Person person) {
        return contributors.stream().anyMatch(contributor -> contributor.is(person));
    }

    private void move(Move move, Person by, Instant now, String note, Map<String, ?> changes) {
        requireMove(move, by);
        stage = move.to();
        record(move, by, now, note, changes);
    }

    private void requireMove(Move move, Person by) {
        MoveRefused refusal = refusal(move, by);
        if (refusal != null) {
            throw refusal;
        }
    }

    private MoveRefused refusal(Move move, Person by) {
        if (!by.may(move.role())) {
            return MoveRefused.role(move);
        }
        if (!nextMoves().contains(move)) {
            return MoveRefused.byTable(this, move, by);
        }
        return move == Move.APPROVE && hasContributed(by) ? MoveRefused.fourEyes() : null;
    }

    /** The sentence that says why this person may not make this move now; empty where they may. */
    public String whyNot(Move move, Person by) {
        MoveRefused refusal = refusal(move, by);
        return refusal == null ? "" : refusal.getMessage();
    }

    private void requireRole(Move move, Person by) {
        if (!by.may(move.role())) {
            throw MoveRefused.role(move);
        }
    }

    private void requireOpen(Person by) {
        requireRole(Move.LOG, by);
        if (!stage.isOpen()) {
            throw MoveRefused.wrongStage(
                    this, "it and its evidence can change only while it is logged, returned or reopened", by);
        }
    }

    private void contributed(Person by) {
        if (!hasContributed(by)) {
            contributors.add(Contributor.of(by));
        }
    }

    /** @param what the {@link Move} or {@link Change} that was made */
    private void record(Enum<?> what, Person by, Instant now, String note, Map<String, ?> changes) {
        history.add(new Event(
                this, ++version, what.toString(), by, now, note, changes == null ? null : Json.write(changes)));
        changedAt = now;
    }

    void seal(String hash) {
        head = hash;
    }

    /** @throws Stale where somebody changed the claim since {@code expected}; null expects nothing */
    public void requireVersion(Integer expected) {
        Stale.unless(
                expected,
                version,
                "Somebody else changed this claim while you were writing. Nothing of yours is lost: compare below.",
                this::viewed);
    }

    Object viewed() {
        return ClaimView.of(Claim.findById(id), null);
    }

    /** Takes the address under which readers will find it; once taken, it stays. */
    void takeSlug(String free) {
        slug = slug == null ? free : slug;
    }

    /** How many independent origins the evidence has. */
    public long origins() {
        return Evidence.origins(evidence());
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    String head() {
        return head;
    }

    public Stage stage() {
        return stage;
    }

    public Particulars particulars() {
        return particulars;
    }

    /** Null, as the quote is, where the claim was found elsewhere. */
    public Article article() {
        return article;
    }

    public Passage quote() {
        return quote;
    }

    /** What is attached now, in the order in which it was attached. */
    public List<Evidence> evidence() {
        return evidence.stream().filter(piece -> !piece.isRemoved()).toList();
    }

    /** The piece of evidence with this number; null where there is none, or no more. */
    Evidence evidence(int n) {
        return evidence().stream().filter(piece -> piece.n() == n).findFirst().orElse(null);
    }

    /** By name. */
    public List<Contributor> contributors() {
        return contributors.stream()
                .sorted(Comparator.comparing(Contributor::name))
                .toList();
    }

    public List<Event> history() {
        return List.copyOf(history);
    }

    /** The move that brought it to where it stands. */
    public Event lastMove() {
        return history.reversed().stream().filter(Event::isMove).findFirst().orElseThrow();
    }

    /** The last one proposed; null before the first. */
    public Dossier dossier() {
        return dossier;
    }

    /** Null until it was first proposed. */
    public String slug() {
        return slug;
    }

    public int publishedVersions() {
        return publishedVersions;
    }

    public boolean isLive() {
        return live;
    }

    /** What is attached of one stance: {@code supports}, {@code refutes} or {@code context}. */
    public List<Evidence> evidence(String stance) {
        return evidence().stream()
                .filter(piece -> piece.content().stance().toString().equals(stance))
                .toList();
    }

    public Instant loggedAt() {
        return loggedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public boolean canEdit(Person person) {
        return stage.isOpen() && person.may(Move.LOG.role());
    }
}
