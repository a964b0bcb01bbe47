package org.assay.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;

/** Which role a resource asks for, read from the annotation that guards it. */
final class Roles {

    static final List<String> ANY = List.of("reviewer", "editor", "admin");

    private Roles() {}

    /** The least of the roles that may enter. */
    static String needed(ResourceInfo resource) {
        RolesAllowed onMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        RolesAllowed allowed =
                onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(RolesAllowed.class);
        return allowed == null ? ANY.getFirst() : allowed.value()[0];
    }
}
