package org.assay.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text that is more than a text wherever one is not taken for one. */
public final class Naughty {

    public static final String TEXT =
            "<img src=x onerror=alert(1)> \"><script>alert(2)</script> {{7*7}} {7*7} ${7*7} javascript:alert(3)"
                    + " '--></style></script><svg onload=alert(4)> 𝒳 👩‍👩‍👧 العربية עברית " + "w".repeat(30);

    /** What every text of a newsroom of such words begins with. */
    public static final String BEGINNING = "<img src=x onerror=alert(1)>";

    private Naughty() {}

    /** All labels are called so until what is done is done. */
    public static void inRatings(Runnable doing) {
        List<Map<String, Object>> documented =
                Api.as("ada").get("/scales").jsonPath().getList("items[0].labels");
        var naughty = documented.stream()
                .map(label -> {
                    var other = new HashMap<>(label);
                    String key = label.get("key").toString();
                    other.put(
                            "name",
                            (BEGINNING + " " + key).substring(0, Math.min(50, BEGINNING.length() + 1 + key.length())));
                    other.put("definition", TEXT);
                    return other;
                })
                .toList();
        define(naughty);
        try {
            doing.run();
        } finally {
            define(documented);
        }
    }

    private static void define(List<? extends Map<String, Object>> labels) {
        Api.as("ada").body(Map.of("labels", labels)).post("/scales").then().statusCode(201);
    }
}
