package org.assay.claim;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DeskTest {

    @Test
    void a_reviewer_who_has_nothing_to_do_is_told_where_to_begin() {
        Desk.as("ravi").get("/desk").then().statusCode(200).body(containsString("Nothing came back."));
    }

    @Test
    void somebody_without_a_role_is_told_whom_to_ask() {
        Desk.as("nora").get("/desk").then().statusCode(403).body(containsString("You have no role here yet"));
    }

    @Test
    void a_program_reads_claims() {
        Api.as("rosa").get("/claims").then().statusCode(200);
    }
}
