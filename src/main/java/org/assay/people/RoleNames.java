package org.assay.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What the identity provider calls those who have a role: any of these names, and no other. */
@ConfigMapping(prefix = "assay.role-names")
interface RoleNames {

    @WithDefault("reviewer")
    Set<String> reviewer();

    @WithDefault("editor")
    Set<String> editor();

    @WithDefault("admin")
    Set<String> admin();

    default Set<String> of(Role role) {
        return switch (role) {
            case REVIEWER -> reviewer();
            case EDITOR -> editor();
            case ADMIN -> admin();
        };
    }
}
