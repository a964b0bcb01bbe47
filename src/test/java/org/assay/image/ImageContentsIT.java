package org.assay.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.assay.support.Image;
import org.junit.jupiter.api.Test;

/** What is in the image, layer by layer, and in its bill of materials. */
class ImageContentsIT {

    @Test
    void nothing_that_only_developers_need_is_in_it() throws IOException {
        var entries = new TreeSet<String>();
        for (Path jar : jars(Path.of("target", "image"))) {
            entries.add(jar.getFileName().toString());
            try (var open = new JarFile(jar.toFile())) {
                open.stream().forEach(entry -> entries.add(entry.getName()));
            }
        }
        assertTrue(entries.contains("org/assay/claim/Claim.class"));
        for (Path source : Image.files(Path.of("src", "dev", "java"))) {
            String type =
                    Path.of("src", "dev", "java").relativize(source).toString().replace(".java", "");
            assertTrue(entries.stream().noneMatch(it -> it.startsWith(type)), type);
        }
        var unwanted =
                "org/assay/(demo|image)/.*|.*zonky.*|.*embedded-?postgres.*|.*\\.txz|.*testcontainers.*|.*junit.*"
                        + "|.*-deployment-.*|.*(Demonstration|DevelopmentDatabase|EmbeddedDatabase).*|.*qute-debug.*"
                        + "|.*(OidcDevServices|DevServicesProcessor|KeycloakDevServices).*|.*/dev-ui/.*";
        assertEquals(
                Set.of(), entries.stream().filter(it -> it.matches(unwanted)).collect(Collectors.toSet()));
    }

    @Test
    void each_layer_of_the_package_is_in_it_and_the_cache_apart() throws IOException {
        try (var folders = Files.list(Path.of("target", "image"))) {
            assertEquals(
                    folders.collect(Collectors.toSet()), Image.layers().stream().collect(Collectors.toSet()));
        }
        assertEquals("libraries", Image.layers().getFirst().getFileName().toString());
        assertEquals(
                List.of("--from=training /app/app.aot ./"),
                Image.instructions().stream()
                        .filter(it -> it.name().equals("COPY") && it.text().startsWith("--from"))
                        .map(Image.Instruction::text)
                        .toList());
        assertEquals("10001:10001", Image.last("USER"));
        assertTrue(Image.instructions().getFirst().text().matches("[a-z-]+:[0-9][^ ]+-jre AS runtime"));
    }

    @Test
    void a_change_to_the_code_ships_less_than_a_megabyte() throws IOException {
        var sizes = new TreeMap<String, Integer>();
        for (Path layer : Image.layers()) {
            sizes.put(layer.getFileName().toString(), layer.endsWith("libraries") ? 0 : compressed(layer));
        }
        int largest = Stream.of("claim", "publication", "search", "web", "others")
                .mapToInt(sizes::get)
                .max()
                .orElseThrow();
        assertTrue(sizes.get("wiring") + sizes.get("pages") + largest < 1_000_000, sizes::toString);
        // What it does not touch is the same to the byte, and so are the files' times, which are a layer's too.
        for (Path layer : Image.layers()) {
            for (Path file : Image.files(layer)) {
                assertEquals(1000, Files.getLastModifiedTime(file).toMillis(), file::toString);
            }
        }
    }

    private static int compressed(Path layer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (Path file : Image.files(layer)) {
                Files.copy(file, gzip);
            }
        }
        return bytes.size();
    }

    @Test
    void jib_makes_the_same_image() throws IOException {
        String jib = Files.readString(Path.of("image", "pom.xml")).replaceAll("\\s+", "");
        String base = Image.instructions().getFirst().text().replace(" AS runtime", "");
        assertTrue(jib.contains("<base>" + base + "</base>"));
        assertTrue(jib.contains("<user>" + Image.last("USER") + "</user>"));
        assertTrue(jib.contains("<workingDirectory>" + Image.last("WORKDIR") + "</workingDirectory>"));
        assertTrue(jib.contains(
                "<entrypoint>" + Image.last("ENTRYPOINT").replaceAll("[\\[\\]\" ]", "") + "</entrypoint>"));
        for (var each : Image.environment().entrySet()) {
            assertTrue(jib.contains("<" + each.getKey() + ">" + each.getValue() + "</" + each.getKey() + ">"));
        }
        assertTrue(jib.contains(Stream.of(Image.last("EXPOSE").split(" "))
                .map(port -> "<port>" + port + "</port>")
                .collect(Collectors.joining())));
        assertTrue(jib.contains("<paths>"
                + Image.layers().stream()
                        .map(layer ->
                                "<path><from>${layers}/" + layer.getFileName() + "</from><into>/app</into></path>")
                        .collect(Collectors.joining())
                + "</paths>"));
    }

    @Test
    void the_bill_of_materials_names_each_jar_by_its_hash() throws Exception {
        var bill = new ObjectMapper()
                .readTree(Path.of("target", "quarkus-run-cyclonedx.json").toFile());
        assertEquals("CycloneDX", bill.path("bomFormat").asText());
        var named = new TreeMap<String, String>();
        for (var component : bill.path("components")) {
            for (var hash : component.path("hashes")) {
                if (hash.path("alg").asText().equals("SHA-256")) {
                    named.put(
                            hash.path("content").asText(),
                            component.path("purl").asText());
                }
            }
        }
        for (Path jar : jars(Path.of("target", "quarkus-app", "lib"))) {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
            assertTrue(named.getOrDefault(hash, "").startsWith("pkg:maven/"), jar::toString);
        }
        assertTrue(StreamSupport.stream(bill.path("components").spliterator(), false)
                .anyMatch(it -> it.path("purl").asText().startsWith("pkg:maven/org.assay/assay@")));
    }

    private static List<Path> jars(Path folder) {
        return Image.files(folder).stream()
                .filter(it -> it.toString().endsWith(".jar"))
                .toList();
    }
}
