package org.assay.web;

import static org.assay.support.Refusals.assertInvalid;
import static org.assay.support.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class IfMatchTest {

    private static HttpHeaders sent(String ifMatch) {
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> "If-Match".equals(arguments[0]) ? ifMatch : null);
    }

    @Test
    void a_strong_entity_tag_is_a_version() {
        assertEquals(7, IfMatch.version(sent("\"7\"")));
        assertEquals(7, IfMatch.required(sent(" \"7\" ")));
    }

    @Test
    void without_the_header_nothing_is_expected_unless_it_is_required() {
        assertNull(IfMatch.version(sent(null)));
        assertRefused(428, () -> IfMatch.required(sent(null)));
    }

    @Test
    void anything_else_is_refused() {
        for (String tag :
                List.of("7", "W/\"7\"", "*", "\"\"", "\"x\"", "\"7\", \"8\"", "\"-7\"", "\"12345678901\"", "")) {
            assertInvalid(() -> IfMatch.version(sent(tag)), "If-Match");
            assertInvalid(() -> IfMatch.required(sent(tag)), "If-Match");
        }
    }
}
