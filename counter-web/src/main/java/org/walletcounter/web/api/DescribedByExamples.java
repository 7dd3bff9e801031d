package org.walletcounter.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/**
 * Completes the description of the API while it is built; no server runs this. Bodies are read by hand, so their classes say
 * "a text": what stands in them is told from their examples. What holds for every command and for all of a customer's phone is
 * said here once.
 */
public class DescribedByExamples implements OASFilter {

    private static final String JSON = "application/json";
    private static final String MONEY = "#/components/schemas/Money";
    private static final String OF_THE_CUSTOMER = "/api/v1/me";

    /** Whoever signs in is not signed in yet. */
    private static final Set<String> BEFORE_SIGN_IN = Set.of("/api/v1/me/sign-in-codes", "/api/v1/me/session");

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if ("Idempotency-Key".equals(parameter.getName())) {
            parameter.setRequired(true);
            parameter.setDescription("One for each command; a repetition with the same key gets the same answer.");
        }
        return parameter;
    }

    @Override
    public RequestBody filterRequestBody(RequestBody body) {
        describe(body.getContent());
        return body;
    }

    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        describe(response.getContent());
        return response;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        SecurityScheme cookie = OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("counter_me")
                .description(
                        "Given by POST /api/v1/me/session; what changes something also needs the header X-Counter: 1.");
        api.getComponents().addSecurityScheme("customer", cookie);
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(OF_THE_CUSTOMER + "/") || path.equals(OF_THE_CUSTOMER)) {
                item.getOperations().forEach((method, operation) -> ofTheCustomer(path, method, operation));
            }
        });
    }

    private static void ofTheCustomer(String path, PathItem.HttpMethod method, Operation operation) {
        boolean signsIn = BEFORE_SIGN_IN.contains(path) && method == PathItem.HttpMethod.POST;
        operation.setSecurity(
                signsIn
                        ? List.of()
                        : List.of(OASFactory.createSecurityRequirement().addScheme("customer")));
        if (method != PathItem.HttpMethod.GET) {
            operation.addParameter(OASFactory.createParameter()
                    .name("X-Counter")
                    .in(Parameter.In.HEADER)
                    .required(true)
                    .schema(schema(Schema.SchemaType.STRING).addEnumeration("1")));
        }
    }

    private static void describe(Content content) {
        MediaType json = content == null ? null : content.getMediaType(JSON);
        if (json != null && (json.getSchema() == null || isText(json.getSchema()))) {
            json.setSchema(
                    example(json).map(DescribedByExamples::of).orElseGet(() -> schema(Schema.SchemaType.OBJECT)));
        }
    }

    private static boolean isText(Schema schema) {
        return schema.getRef() == null && List.of(Schema.SchemaType.STRING).equals(schema.getType());
    }

    /** All examples of a body in one: each may leave out what another shows. */
    private static Optional<Object> example(MediaType body) {
        Map<String, Example> examples = body.getExamples() == null ? Map.of() : body.getExamples();
        return examples.values().stream().map(Example::getValue).reduce(DescribedByExamples::merged);
    }

    private static Object merged(Object one, Object other) {
        if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
            Map<Object, Object> both = new LinkedHashMap<>(first);
            second.forEach(both::putIfAbsent);
            return both;
        }
        return one;
    }

    private static Schema of(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object(object);
        }
        if (value instanceof List<?> array) {
            return schema(Schema.SchemaType.ARRAY).items(items(array));
        }
        if (value instanceof String) {
            return schema(Schema.SchemaType.STRING);
        }
        if (value instanceof Boolean) {
            return schema(Schema.SchemaType.BOOLEAN);
        }
        if (value instanceof Number number) {
            boolean whole = number.doubleValue() == Math.rint(number.doubleValue());
            return whole ? schema(Schema.SchemaType.INTEGER).format("int64") : schema(Schema.SchemaType.NUMBER);
        }
        return OASFactory.createSchema();
    }

    private static Schema object(Map<?, ?> value) {
        if (value.keySet().equals(Set.of("amount", "currency"))) {
            return OASFactory.createSchema().ref(MONEY);
        }
        Schema schema = schema(Schema.SchemaType.OBJECT);
        value.forEach((name, each) -> schema.addProperty(String.valueOf(name), of(each)));
        return schema;
    }

    private static Schema items(List<?> array) {
        return array.stream()
                .map(Object.class::cast)
                .reduce(DescribedByExamples::merged)
                .map(DescribedByExamples::of)
                .orElseGet(OASFactory::createSchema);
    }

    private static Schema schema(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
