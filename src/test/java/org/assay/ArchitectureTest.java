package org.assay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assay.support.Classes.ASSAY;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The few rules of the house that the compiler does not know. */
class ArchitectureTest {

    private static final String[] FEATURES = {
        "org.assay.article..",
        "org.assay.claim..",
        "org.assay.demo..",
        "org.assay.expert..",
        "org.assay.newsroom..",
        "org.assay.once..",
        "org.assay.publication..",
        "org.assay.rating.."
    };

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.assay.(*)..").should().beFreeOfCycles().check(ASSAY);
    }

    @Test
    void a_claim_knows_nothing_of_its_publication() {
        noClasses()
                .that()
                .resideInAPackage("org.assay.claim..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.assay.publication..")
                .check(ASSAY);
    }

    @Test
    void the_web_is_a_leaf() {
        noClasses()
                .that()
                .resideInAPackage("org.assay.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES)
                .check(ASSAY);
    }

    /** A machine's language must change neither what a role is called nor what is hashed. */
    @Test
    void letters_change_their_case_in_no_machines_language() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(ASSAY);
    }

    @Test
    void people_and_whom_a_path_is_for_are_leaves_and_limits_know_paths_alone() {
        knowsOnly("people");
        knowsOnly("site");
        knowsOnly("limits", "site");
    }

    /** Of Assay's other packages. */
    private static void knowsOnly(String own, String... known) {
        noClasses()
                .that()
                .resideInAPackage("org.assay." + own + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "other packages of Assay",
                        (JavaClass other) -> other.getPackageName().startsWith("org.assay")
                                && Stream.concat(Stream.of(own), Stream.of(known))
                                        .noneMatch(
                                                name -> other.getPackageName().startsWith("org.assay." + name))))
                .check(ASSAY);
    }

    @Test
    void entities_know_nothing_of_requests_pages_and_sessions() {
        var entities = DescribedPredicate.describe(
                "are entities, embedded in one or nested in one", ArchitectureTest::isOfAnEntity);
        assertFalse(ASSAY.that(entities).isEmpty());
        noClasses()
                .that(entities)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "io.quarkus.qute..",
                        "io.quarkus.security..",
                        "jakarta.annotation.security..")
                .check(ASSAY);
    }

    private static boolean isOfAnEntity(JavaClass type) {
        return type.isAnnotatedWith(Entity.class)
                || type.isAnnotatedWith(Embeddable.class)
                || type.getEnclosingClass().map(ArchitectureTest::isOfAnEntity).orElse(false);
    }

    @Test
    void time_is_told_by_the_one_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.assay.newsroom.Time")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "tells the time without a clock", ArchitectureTest::tellsTimeWithoutAClock))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class)
                .check(ASSAY);
    }

    private static boolean tellsTimeWithoutAClock(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        boolean withClock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.isAssignableTo(Clock.class));
        return owner.getPackageName().equals("java.time")
                && !withClock
                && (call.getName().equals("now")
                        || owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system"));
    }

    @Test
    void no_class_is_named_for_a_layer() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Impl|Mapper|Dto|DTO|Utils?|Helper|Manager)")
                .check(ASSAY);
    }
}
