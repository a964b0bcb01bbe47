package org.assay.people;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, read from the identity that OIDC established for this request. */
@Named("session")
@RequestScoped
public class Session {

    @Inject
    SecurityIdentity identity;

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    /** Needs somebody signed in; what serves readers never asks. */
    public Person person() {
        var roles = Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.toString()))
                .collect(Collectors.toSet());
        var token = (JsonWebToken) identity.getPrincipal();
        String name = token.getClaim("name");
        return new Person(token.getSubject(), name == null || name.isBlank() ? token.getName() : name, roles);
    }
}
