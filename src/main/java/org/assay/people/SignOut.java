package org.assay.people;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where the OIDC session ends: asking who is here, as this does, makes Quarkus end it and go on to the provider. */
@Path("/desk/sign-out")
@Authenticated
class SignOut {

    @GET
    public Response signOut() {
        return Response.seeOther(URI.create("/")).build();
    }
}
