package org.assay.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {

    @ParameterizedTest
    @CsvSource({
        "/, PUBLIC",
        "/checks/a-claim, PUBLIC",
        "/desk, DESK",
        "/desk/claims, DESK",
        "/deskwork, PUBLIC",
        "/api, API",
        "/api/v1/claims, API",
        "/apiary, PUBLIC",
        "/q/health, MANAGEMENT",
        "/quotes, PUBLIC",
        "/checks/desk, PUBLIC"
    })
    void a_path_is_for_whoever_its_first_part_names(String path, Area area) {
        assertEquals(area, Area.of(path));
    }
}
