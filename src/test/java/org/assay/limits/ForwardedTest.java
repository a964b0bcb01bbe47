package org.assay.limits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
@TestProfile(FewAMinute.WithoutAProxy.class)
class ForwardedTest {

    @Test
    void where_no_proxy_is_configured_nobody_gets_another_address_by_naming_one() throws Exception {
        String answer = "";
        for (int n = 0; !answer.contains("429"); n++) {
            assertTrue(n < 2 * FewAMinute.SIGN_INS, "another address each time");
            answer = FewAMinute.statusLine("127.0.0.1", "/desk", "203.0.113." + n);
        }
        assertTrue(FewAMinute.statusLine("127.0.0.2", "/desk", "127.0.0.1").contains("302"), "each has their own");
    }
}
