package org.assay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/desk/claims/1, /desk/claims/1",
        "http://localhost:8080/, /",
        "http://localhost:8080//evil.example, http://localhost:8080//evil.example",
        "http://localhost:8080/\\evil.example, http://localhost:8080/\\evil.example",
        "http://localhost:8080.evil.example/, http://localhost:8080.evil.example/",
        "http://localhost:80801/, http://localhost:80801/",
        "https://id.example.org/authorize?a=http://localhost:8080/, https://id.example.org/authorize?a=http://localhost:8080/",
        "/desk, /desk"
    })
    void what_is_on_this_site_is_a_path_and_what_is_not_stays_as_it_is(String location, String sent) {
        assertEquals(sent, Locations.within("http://localhost:8080", location));
    }
}
