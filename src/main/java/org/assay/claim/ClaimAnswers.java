package org.assay.claim;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.assay.people.Person;

/** A claim as the API answers with it: its present state, and its version as a strong ETag. */
public final class ClaimAnswers {

    private ClaimAnswers() {}

    static Response ok(Claim claim, Person person) {
        return with(Response.ok(), claim, person);
    }

    /** 201 for what got no address of its own. */
    public static Response created(Claim claim, Person person) {
        return with(Response.status(Response.Status.CREATED), claim, person);
    }

    /** 201 with the address of what was made. */
    public static Response created(URI location, Claim claim, Person person) {
        return with(Response.created(location), claim, person);
    }

    private static Response with(Response.ResponseBuilder response, Claim claim, Person person) {
        return response.tag(String.valueOf(claim.version()))
                .entity(ClaimView.of(claim, person))
                .build();
    }
}
