package org.assay.limits;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/** Limits that a test reaches. */
final class FewAMinute {

    static final int BY_ADDRESS = 60;
    static final int BY_TOKEN = 40;
    static final int SIGN_INS = 20;
    static final int REFUSED_TOKENS = 10;

    private static final Map<String, String> LIMITS = Map.of(
            "assay.limits.api-by-address", String.valueOf(BY_ADDRESS),
            "assay.limits.api-by-token", String.valueOf(BY_TOKEN),
            "assay.limits.sign-in-by-address", String.valueOf(SIGN_INS),
            "assay.limits.refused-tokens-by-address", String.valueOf(REFUSED_TOKENS));

    private FewAMinute() {}

    public static class WithoutAProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return LIMITS;
        }
    }

    public static class BehindAProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(LIMITS);
            settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
            return settings;
        }
    }

    /** Of the answer to somebody who comes from this address of this machine. */
    static String statusLine(String from, String path, String forwardedFor) throws IOException {
        try (var socket =
                new Socket(InetAddress.ofLiteral("127.0.0.1"), RestAssured.port, InetAddress.ofLiteral(from), 0)) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, forwardedFor)
                            .getBytes(US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
        }
    }
}
