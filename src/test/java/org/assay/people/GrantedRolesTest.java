package org.assay.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.junit.jupiter.api.Test;

/** A provider that calls the newsroom's roles otherwise, and means something else by the newsroom's names. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@TestProfile(GrantedRolesTest.OtherNames.class)
class GrantedRolesTest {

    public static class OtherNames implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "assay.role-names.reviewer", "Fact checkers,Trainees",
                    "assay.role-names.admin", "nobody",
                    "quarkus.oidc.devservices.roles.rosa", "Trainees",
                    "quarkus.oidc.devservices.roles.ravi", "reviewer");
        }
    }

    @Test
    void the_roles_are_those_that_the_configuration_names() {
        Desk.as("rosa").get("/desk/claims").then().statusCode(200).body(containsString("reviewer"));
        Desk.as("edith").get("/desk/claims").then().statusCode(200).body(containsString("editor"));
        Desk.as("nora").get("/desk/audit").then().statusCode(200);
        Api.as("rosa").get("/claims").then().statusCode(200);
    }

    @Test
    void a_name_that_the_configuration_does_not_have_gives_nothing() {
        Desk.as("ravi").get("/desk/claims").then().statusCode(403);
        Desk.as("ada").get("/desk/audit").then().statusCode(403);
        Api.as("ravi").get("/claims").then().statusCode(403);
        given().get("/").then().statusCode(200);
    }
}
