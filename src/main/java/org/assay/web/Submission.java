package org.assay.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** The form of this request, kept so that a refusal can show it again. */
@RequestScoped
class Submission {

    private Form form = Form.empty();

    Form form() {
        return form;
    }

    @Provider
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    static class Reader implements MessageBodyReader<Form> {

        @Inject
        Submission submission;

        @Override
        public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            return type == Form.class;
        }

        @Override
        public Form readFrom(
                Class<Form> type,
                Type generic,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, String> headers,
                InputStream stream)
                throws IOException {
            Form form = Form.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            submission.remember(form);
            return form;
        }
    }

    void remember(Form sent) {
        form = sent;
    }
}
