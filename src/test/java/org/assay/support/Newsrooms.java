package org.assay.support;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.newsroom.Newsroom;
import org.assay.people.Person;
import org.assay.people.Role;

/** The newsroom that the rule tests play in, and who works there. */
public final class Newsrooms {

    public static final Person ROSA = person("rosa", Role.REVIEWER);
    public static final Person RAVI = person("ravi", Role.REVIEWER);
    public static final Person EDITH = person("edith", Role.EDITOR);
    public static final Person EMIL = person("emil", Role.EDITOR);
    public static final Person ADA = person("ada", Role.ADMIN);
    public static final Person NORA = person("nora");

    /** One of each kind: reviewer, editor, admin, nobody. None of them works on the claims that the fixtures make. */
    public static final List<Person> ONE_OF_EACH = List.of(RAVI, EMIL, ADA, NORA);

    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private Newsrooms() {}

    public static Person person(String name, Role... roles) {
        return new Person("subject-of-" + name, name, Set.of(roles));
    }

    public static Newsroom aNewsroom() {
        return aNewsroomAt("https://checks.example.org");
    }

    public static Newsroom aNewsroomAt(String url) {
        return new Plain(URI.create(url), Optional.empty());
    }

    public static Newsroom aNewsroomWithPolicies() {
        return new Plain(
                URI.create("https://checks.example.org"), Optional.of(URI.create("https://checks.example.org/policy")));
    }

    private record Plain(URI url, Optional<URI> policy) implements Newsroom {

        @Override
        public String name() {
            return "The Example Desk";
        }

        @Override
        public Optional<URI> logo() {
            return policy;
        }

        @Override
        public Optional<URI> publishingPrinciples() {
            return policy;
        }

        @Override
        public Optional<URI> correctionsPolicy() {
            return policy;
        }

        @Override
        public Optional<URI> verificationFactCheckingPolicy() {
            return policy;
        }

        @Override
        public ZoneId timeZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public boolean publishNames() {
            return false;
        }

        @Override
        public boolean demonstration() {
            return false;
        }

        @Override
        public Texts texts() {
            return new NoTexts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private record NoTexts(
            Optional<Path> about, Optional<Path> funding, Optional<Path> correctionsPolicy, Optional<Path> contact)
            implements Newsroom.Texts {}
}
