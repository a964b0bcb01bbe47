package org.assay.publication;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.claim.Slugs;

/** What published checks are about, under an address that stays its own: a topic, a claimant, a publisher, an expert. */
@Entity
public class Subject extends PanacheEntityBase {

    /** So many addresses are tried one by one. */
    private static final int FEW = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String identity;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String address;

    @ElementCollection
    @CollectionTable(name = "subject_address_before", joinColumns = @JoinColumn(name = "subject_id"))
    @Column(name = "address")
    private Set<String> addressesBefore = new HashSet<>();

    protected Subject() {}

    /** What a page can be about, and the folder of the root in which it stands. */
    public enum Kind {
        TOPIC("topics", "Topic"),
        CLAIMANT("claimants", "Claimant"),
        PUBLISHER("publishers", "Publisher"),
        EXPERT("experts", "Expert");

        private final String folder;
        private final String label;

        Kind(String folder, String label) {
            this.folder = folder;
            this.label = label;
        }

        public String label() {
            return label;
        }

        String address(String slug) {
            return "/" + folder + "/" + slug;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The subjects that the claim names, by their identity; those that are new get an address. The lock must be held. */
    static Map<String, Subject> of(Collection<Named> named, long claim) {
        var known = known(named).stream().collect(Collectors.toMap(subject -> subject.identity, Function.identity()));
        var subjects = new LinkedHashMap<String, Subject>();
        for (Named one : named) {
            Subject subject = Optional.ofNullable(known.get(one.identity()))
                    .or(() -> unlinked(one, claim))
                    .orElseGet(Subject::new);
            subject.answerTo(one);
            subjects.put(one.identity(), subject);
        }
        return subjects;
    }

    /** Those that have an address already. */
    static List<Subject> known(Collection<Named> named) {
        return list("identity in ?1", named.stream().map(Named::identity).toList());
    }

    /** Who was known by name alone, and by no other claim that is live, is known by the link from now on. */
    private static Optional<Subject> unlinked(Named named, long claim) {
        if (named.withoutLink().equals(named.identity())) {
            return Optional.empty();
        }
        return Subject.<Subject>find("""
                        identity = ?1 and not exists
                        (select 1 from ListedUnder u where u.subject.identity = ?1 and u.listing.claimId <> ?2)""", named.withoutLink(), claim).firstResultOptional();
    }

    /** Takes the address that goes with the name. One that it had stays its own for good. */
    private void answerTo(Named named) {
        identity = named.identity();
        kind = named.kind();
        String words = Slugs.of(named.name());
        String wanted = kind.address(words.isEmpty() ? kind.toString() : words);
        if (address != null && address.matches(wanted + "(-[0-9]+)?")) {
            return;
        }
        String free = Stream.<Supplier<Stream<String>>>of(() -> fewOf(wanted), () -> moreOf(wanted))
                .flatMap(Supplier::get)
                .filter(this::mayTake)
                .findFirst()
                .orElseThrow();
        addressesBefore.remove(free);
        if (address != null) {
            addressesBefore.add(address);
        }
        address = free;
        persist();
    }

    private static Stream<String> fewOf(String wanted) {
        return Stream.concat(Stream.of(wanted), IntStream.range(2, FEW).mapToObj(n -> wanted + "-" + n));
    }

    /** Numbers after all that the many namesakes may have. */
    private static Stream<String> moreOf(String wanted) {
        int namesakes = (int) count("address like ?1", wanted + "-%");
        return IntStream.iterate(FEW + namesakes, n -> n + 1).mapToObj(n -> wanted + "-" + n);
    }

    private boolean mayTake(String wanted) {
        return at(wanted)
                .or(() -> before(wanted))
                .filter(subject -> subject != this)
                .isEmpty();
    }

    static Optional<Subject> at(String address) {
        return find("address", address).firstResultOptional();
    }

    /** Whose address it was before. */
    static Optional<Subject> before(String address) {
        return find("select s from Subject s join s.addressesBefore b where b = ?1", address)
                .firstResultOptional();
    }

    /** Those that live checks name, by number, after the one and before the other. */
    static List<Subject> live(long after, long before, int most) {
        return Subject.<Subject>find("""
                        select s from Subject s where s.id > ?1 and s.id < ?2
                        and exists (select 1 from ListedUnder u where u.subject = s) order by s.id""", after, before).page(0, most).list();
    }

    /** 0 where there is none. */
    static long lastNumber() {
        return getEntityManager()
                .createQuery("select coalesce(max(id), 0) from Subject", Long.class)
                .getSingleResult();
    }

    Long id() {
        return id;
    }

    boolean isExpert(long id) {
        return identity.equals(Named.expert(id));
    }

    public Kind kind() {
        return kind;
    }

    /** Where its page stands, from the root on. */
    public String address() {
        return address;
    }
}
