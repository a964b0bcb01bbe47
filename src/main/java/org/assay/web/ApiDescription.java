package org.assay.web;

import io.quarkus.arc.Arc;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assay.site.Area;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Describes the API alone, without the pages, and says where programs get their tokens. That is known only when it
 * runs: the provider itself tells its token endpoint.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class ApiDescription implements OASFilter {

    private static final String SCHEME = "oidc";

    @Override
    public void filterOpenAPI(OpenAPI description) {
        description.getPaths().getPathItems().keySet().stream()
                .filter(path -> Area.of(path) != Area.API)
                .toList()
                .forEach(description.getPaths()::removePathItem);
        description.getPaths().getPathItems().values().stream()
                .map(PathItem::getPOST)
                .filter(Objects::nonNull)
                .forEach(ApiDescription::mayBeRepeated);
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        description.getComponents().addSecurityScheme(SCHEME, scheme());
        description.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
    }

    private static void mayBeRepeated(Operation post) {
        post.addParameter(OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "Of your own making, another for each write: the same request again within 24 hours gets the"
                                + " first answer and is not done twice. A request that was refused is judged anew.")
                .example("0199a0c2-3c9e-7d5e-9f57-2f0c4b1a8f11")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(255)
                        .pattern("^[ -~]+$")));
        post.getResponses()
                .addAPIResponse(
                        "422",
                        OASFactory.createAPIResponse()
                                .description("Another request was sent with this Idempotency-Key"));
        if (!post.getResponses().hasAPIResponse("409")) {
            post.getResponses()
                    .addAPIResponse(
                            "409",
                            OASFactory.createAPIResponse()
                                    .description("The move is not possible now, or the first request with this"
                                            + " Idempotency-Key is not answered yet"));
        }
    }

    private static SecurityScheme scheme() {
        String tokenUrl = tokenUrl();
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("A bearer token of somebody, or of a program, with the role reviewer, editor or admin.")
                .flows(OASFactory.createOAuthFlows()
                        .password(
                                OASFactory.createOAuthFlow().tokenUrl(tokenUrl).scopes(Map.of()))
                        .clientCredentials(
                                OASFactory.createOAuthFlow().tokenUrl(tokenUrl).scopes(Map.of())));
    }

    /** What the provider told; before it ever answered, what the built-in one would say. */
    private static String tokenUrl() {
        var provider = Arc.container().instance(TenantConfigBean.class).get().getStaticTenant("api");
        return provider != null && provider.getOidcMetadata() != null
                ? provider.getOidcMetadata().getTokenUri()
                : ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class) + "/token";
    }
}
