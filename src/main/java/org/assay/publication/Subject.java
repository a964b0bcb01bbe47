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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.claim.Slugs;

/** What published checks are about, under an address that stays its own: a topic, a claimant, a publisher, an expert. */
@Entity
public class Subject extends PanacheEntityBase {

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

    /** The folder of the root in which the kind's pages stand, and what one of it is called. */
    public enum Kind {
        TOPIC("topics"),
        CLAIMANT("claimants"),
        PUBLISHER("publishers"),
        EXPERT("experts");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        public String folder() {
            return folder;
        }

        String address(String slug) {
            return "/" + folder + "/" + slug;
        }

        @Override
        public String toString() {
            return name().toLowerCase();
        }
    }

    /** The subjects that are named, by their identity; those that are new get an address. Whoever calls holds the lock. */
    static Map<String, Subject> of(Collection<Named> named) {
        var known = Subject.<Subject>find(
                        "identity in ?1", named.stream().map(Named::identity).toList())
                .stream()
                .collect(Collectors.toMap(subject -> subject.identity, Function.identity()));
        var subjects = new LinkedHashMap<String, Subject>();
        for (Named one : named) {
            Subject subject = Optional.ofNullable(known.get(one.identity()))
                    .or(() -> unlinked(one))
                    .orElseGet(Subject::new);
            subject.answerTo(one);
            subjects.put(one.identity(), subject);
        }
        return subjects;
    }

    /** Who was known by name alone, and by nothing that is live any more, is known by the link from now on. */
    private static Optional<Subject> unlinked(Named named) {
        if (named.withoutLink().equals(named.identity())) {
            return Optional.empty();
        }
        return find(
                        "identity = ?1 and not exists (select 1 from ListedUnder u where u.subject = Subject)",
                        named.withoutLink())
                .firstResultOptional();
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
        String free = Stream.concat(
                        Stream.of(wanted), IntStream.iterate(2, n -> n + 1).mapToObj(n -> wanted + "-" + n))
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

    Long id() {
        return id;
    }

    String identity() {
        return identity;
    }

    public Kind kind() {
        return kind;
    }

    /** Where its page stands, from the root on. */
    public String address() {
        return address;
    }
}
