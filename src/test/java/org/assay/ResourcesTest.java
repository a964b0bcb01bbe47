package org.assay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assay.support.Classes.ASSAY;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.once.Once;
import org.junit.jupiter.api.Test;

/** What is asked of whatever answers requests. */
class ResourcesTest {

    @Test
    void what_changes_something_is_transactional() {
        for (var verb : Set.of(POST.class, PATCH.class, PUT.class, DELETE.class)) {
            methods()
                    .that()
                    .areAnnotatedWith(verb)
                    .should()
                    .beAnnotatedWith(Transactional.class)
                    .allowEmptyShould(true)
                    .check(ASSAY);
        }
    }

    @Test
    void what_programs_post_can_be_repeated() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Api")
                .should()
                .beAnnotatedWith(Once.class)
                .check(ASSAY);
    }

    @Test
    void what_only_reads_is_not() {
        noMethods()
                .that()
                .areAnnotatedWith(GET.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(ASSAY);
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(ASSAY);
    }

    @Test
    void every_resource_says_who_may_enter() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should(new ArchCondition<JavaClass>("say who may enter, on the class or on every method") {
                    @Override
                    public void check(JavaClass resource, ConditionEvents events) {
                        resource.getMethods().stream()
                                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                                .filter(method -> !saysWhoMayEnter(method) && !saysWhoMayEnter(resource))
                                .forEach(method -> events.add(SimpleConditionEvent.violated(
                                        resource, method.getFullName() + " does not say who may enter")));
                    }
                })
                .check(ASSAY);
    }

    private static boolean saysWhoMayEnter(CanBeAnnotated guarded) {
        return guarded.isAnnotatedWith(RolesAllowed.class)
                || guarded.isAnnotatedWith(PermitAll.class)
                || guarded.isAnnotatedWith(Authenticated.class)
                || guarded.isAnnotatedWith(DenyAll.class);
    }

    @Test
    void every_resource_has_a_test_of_its_name() {
        var tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS).importPackages("org.assay").stream()
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should(new ArchCondition<JavaClass>("have a test of their name") {
                    @Override
                    public void check(JavaClass resource, ConditionEvents events) {
                        if (!tests.contains(resource.getName() + "Test")) {
                            events.add(SimpleConditionEvent.violated(resource, resource.getName() + " has no test"));
                        }
                    }
                })
                .check(ASSAY);
    }

    @Test
    void every_resource_method_stands_in_a_resource() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .check(ASSAY);
    }

    @Test
    void nothing_at_the_root_asks_who_somebody_is_and_nothing_at_the_desk_lets_just_anyone_in() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should(new ArchCondition<JavaClass>("let everybody in at the root, and nobody unknown anywhere else") {
                    @Override
                    public void check(JavaClass resource, ConditionEvents events) {
                        String path = resource.getAnnotationOfType(Path.class).value();
                        boolean closed = path.startsWith("/desk") || path.startsWith("/api/v1");
                        boolean open = resource.isAnnotatedWith(PermitAll.class)
                                || resource.getMethods().stream()
                                        .anyMatch(method -> method.isAnnotatedWith(PermitAll.class));
                        if (closed == open) {
                            events.add(SimpleConditionEvent.violated(
                                    resource, path + (open ? " is open to anyone" : " is closed to readers")));
                        }
                    }
                })
                .check(ASSAY);
    }

    @Test
    void only_roles_that_the_newsroom_has_are_asked_for() {
        classes()
                .should(new ArchCondition<JavaClass>("ask for reviewer, editor or admin") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        check(type, type, events);
                        type.getMethods().forEach(method -> check(type, method, events));
                    }

                    private void check(JavaClass type, CanBeAnnotated guarded, ConditionEvents events) {
                        RolesAllowed allowed = guarded instanceof JavaMethod method
                                ? method.tryGetAnnotationOfType(RolesAllowed.class)
                                        .orElse(null)
                                : type.tryGetAnnotationOfType(RolesAllowed.class)
                                        .orElse(null);
                        if (allowed != null
                                && (allowed.value().length == 0
                                        || !Set.of("reviewer", "editor", "admin")
                                                .containsAll(Set.of(allowed.value())))) {
                            events.add(SimpleConditionEvent.violated(
                                    type, guarded + " asks for " + String.join(", ", allowed.value())));
                        }
                    }
                })
                .check(ASSAY);
    }
}
