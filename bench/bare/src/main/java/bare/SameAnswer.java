package bare;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bytes of a file from memory with the headers of another, on the event loop, and nothing else. */
@Path("/same-answer")
public class SameAnswer {

    private final byte[] bytes;
    private final List<String[]> headers;

    SameAnswer(
            @ConfigProperty(name = "bare.file") java.nio.file.Path file,
            @ConfigProperty(name = "bare.headers") java.nio.file.Path headers)
            throws IOException {
        this.bytes = Files.readAllBytes(file);
        this.headers = Files.readAllLines(headers).stream()
                .map(line -> line.split(": ", 2))
                .toList();
    }

    @GET
    @NonBlocking
    public Response answer() {
        var answer = Response.ok(bytes);
        for (String[] header : headers) {
            answer.header(header[0], header[1]);
        }
        return answer.build();
    }
}
