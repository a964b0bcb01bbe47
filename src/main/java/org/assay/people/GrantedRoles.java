package org.assay.people;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the newsroom's roles of what the identity provider grants, which may name its own otherwise. */
@ApplicationScoped
class GrantedRoles implements SecurityIdentityAugmentor {

    @Inject
    RoleNames names;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity.isAnonymous() ? identity : withRoles(identity));
    }

    private SecurityIdentity withRoles(SecurityIdentity identity) {
        var newsroom = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(granted(identity.getRoles()));
        return newsroom.build();
    }

    private Set<String> granted(Set<String> provided) {
        return Arrays.stream(Role.values())
                .filter(role -> !Collections.disjoint(names.of(role), provided))
                .map(Role::toString)
                .collect(Collectors.toSet());
    }
}
