package org.assay.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * What a program sent: JSON, and the version that it was made from. It is read only when it is asked for, so that a
 * claim that does not exist is a 404 before a malformed body is a 400. No body counts as an empty object.
 */
public final class Body {

    private final byte[] sent;
    private final String ifMatch;

    private Body(byte[] sent, String ifMatch) {
        this.sent = sent;
        this.ifMatch = ifMatch;
    }

    /** @throws Invalid where If-Match is not an ETag of this API's; without one, this is null */
    public Integer version() {
        return IfMatch.version(ifMatch);
    }

    /** @throws Refused with 428 where there is no If-Match */
    public int requiredVersion() {
        return IfMatch.required(ifMatch);
    }

    /** Of what was sent, to the byte. */
    public String sha256() {
        return Sha256.of(sent);
    }

    /** @throws Invalid naming every field that is malformed, missing, out of range or unknown */
    public <T> T as(Class<T> type) {
        return Input.get().read(tree(), type, Json.STRICT);
    }

    /** The present state with what was sent laid over it, by the rules of RFC 7396: null clears a field. */
    public <T> T over(T present, Class<T> type) {
        ObjectNode merged = (ObjectNode) Json.tree(present);
        merge(merged, tree());
        return Input.get().read(merged, type, Json.STRICT);
    }

    private static void merge(ObjectNode present, ObjectNode patch) {
        for (var field : patch.properties()) {
            if (field.getValue() instanceof ObjectNode inner && present.get(field.getKey()) instanceof ObjectNode old) {
                merge(old, inner);
            } else {
                present.set(field.getKey(), field.getValue());
            }
        }
    }

    private ObjectNode tree() {
        if (sent.length == 0) {
            return Json.STRICT.createObjectNode();
        }
        try {
            JsonNode tree = Json.STRICT.readTree(sent);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new Invalid("", "Please send one JSON object.");
        } catch (StreamConstraintsException e) {
            throw new Invalid("", "This has more values, a longer one, or deeper ones than anything here takes.");
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new Invalid(
                    "",
                    place == null || place.getLineNr() < 0
                            ? "The body is not well-formed JSON."
                            : "The body is not well-formed JSON: look at line %d, column %d."
                                    .formatted(place.getLineNr(), place.getColumnNr()));
        } catch (IOException e) {
            throw new Invalid("", "The body is not JSON in UTF-8.");
        }
    }

    @Provider
    @Consumes(MediaType.APPLICATION_JSON)
    static class Reader implements MessageBodyReader<Body> {

        @Context
        HttpHeaders request;

        @Override
        public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            return type == Body.class;
        }

        @Override
        public Body readFrom(
                Class<Body> type,
                Type generic,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, String> headers,
                InputStream stream)
                throws IOException {
            return new Body(stream.readAllBytes(), request.getHeaderString(HttpHeaders.IF_MATCH));
        }
    }
}
