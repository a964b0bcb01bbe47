package org.assay.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideTest {

    @ParameterizedTest
    @CsvSource({
        "/, PUBLIC",
        "/checks/a, PUBLIC",
        "/checks, SEARCH",
        "/v1alpha1/claims:search, SEARCH",
        "/desk, DESK",
        "/desk/claims, DESK",
        "/api/v1/claims, API",
        "/back-channel-logout,",
        "/data/claimreviews.csv,"
    })
    void a_slash_behind_it_makes_no_other_address(String path, Side side) {
        assertEquals(side, Side.of(path));
        assertEquals(side, Side.of(path.equals("/") ? path : path + "/"));
    }
}
