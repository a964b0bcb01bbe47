package org.assay.audit;

import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class AuditVerificationTest {

    @Test
    void an_admin_is_told_that_all_history_is_intact_and_what_it_comes_to() {
        aLoggedClaim();
        Map<String, ?> head = get("ada", "/audit/verification")
                .statusCode(200)
                .body("intact", is(true))
                .body("broken", nullValue())
                .body("events", greaterThan(0))
                .body("head.digest.length()", is(64))
                .extract()
                .path("head");
        String older = "/audit/verification?at=%s&claims=%s&events=%s&digest="
                .formatted(head.get("at"), head.get("claims"), head.get("events"));
        get("ada", older + head.get("digest")).body("intact", is(true));
        get("ada", older + "0".repeat(64))
                .body("intact", is(false))
                .body(
                        "broken.reason",
                        equalTo("What had happened by %s is not what the older head says.".formatted(head.get("at"))));
    }

    @Test
    void nobody_else_is_told() {
        for (String user : new String[] {"rosa", "edith", "nora"}) {
            get(user, "/audit/verification").statusCode(403).body("intact", nullValue());
        }
    }

    @Test
    void an_older_head_is_sent_whole() {
        get("ada", "/audit/verification?at=yesterday&digest=0")
                .statusCode(400)
                .body("violations[0].field", equalTo("at"));
        get("ada", "/audit/verification?digest=0").statusCode(400).body("violations[0].field", equalTo("at"));
        String at = "/audit/verification?at=2026-11-23T04:00:00Z";
        get("ada", at).statusCode(400).body("violations[0].field", equalTo("claims"));
        get("ada", at + "&claims=0").statusCode(400).body("violations[0].field", equalTo("events"));
        get("ada", at + "&claims=0&events=0").statusCode(400).body("violations[0].field", equalTo("digest"));
        get("ada", "/audit/verification?claims=0&events=0").statusCode(400).body("violations[0].field", equalTo("at"));
    }
}
