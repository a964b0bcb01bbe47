package org.assay.people;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * Where the session ends, here and at the identity provider. OIDC answers before this class does, but only for an address
 * that asks who is there.
 */
@Path("/desk/sign-out")
@Authenticated
class SignOut {

    @GET
    public Response signedOut() {
        return Response.seeOther(URI.create("/")).build();
    }
}
