package org.assay.people;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads through the identity provider to the desk. */
@Path("/desk/sign-in")
@Authenticated
class SignIn {

    @GET
    public Response signIn() {
        return Response.seeOther(URI.create("/desk")).build();
    }
}
