package org.assay.support;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;

/** What the API answers where it refuses. */
public final class Problems {

    public static final String TYPE = "application/problem+json";

    private Problems() {}

    public static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType(TYPE)
                .body("status", is(status))
                .body("title", notNullValue())
                .body("type", equalTo("about:blank"))
                .body("detail", not(equalTo("")))
                .body("detail", notNullValue());
    }
}
