package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.ws.rs.HttpMethod;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the API is made when the application is built; the server sends it, and it tells of all that there is. */
@WithCounter
class DescriptionIT {

    private static final String BASE = "/api/v1";

    private static final String PAY = "paths.'/api/v1/payments'.post.";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** A name in a path with the pattern that it must match, which the description leaves out. */
    private static final Pattern NARROWED = Pattern.compile("\\{(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}");

    private static final Pattern YAML_PATH = Pattern.compile("  (/\\S+):");
    private static final Pattern YAML_METHOD = Pattern.compile("    ([a-z]+):");

    @Test
    void tells_of_every_operation_in_json(RunningCounter counter) throws IOException {
        Response answer = counter.anybody().get("openapi?format=JSON");
        assertThat(answer.contentType()).isEqualTo("application/json");
        Map<String, Map<String, Object>> paths = answer.jsonPath().getMap("paths");
        Set<String> told = new TreeSet<>();
        paths.forEach((path, item) -> item.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> told.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(told).isEqualTo(operations());
    }

    @Test
    void tells_of_every_operation_in_yaml(RunningCounter counter) throws IOException {
        Response answer = counter.anybody().get("openapi");
        assertThat(answer.contentType()).isEqualTo("application/yaml");
        Set<String> told = new TreeSet<>();
        String path = "";
        for (String line : answer.asString().lines().toList()) {
            Matcher asPath = YAML_PATH.matcher(line);
            Matcher asMethod = YAML_METHOD.matcher(line);
            if (asPath.matches()) {
                path = asPath.group(1);
            } else if (asMethod.matches() && METHODS.contains(asMethod.group(1))) {
                told.add(asMethod.group(1).toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        assertThat(told).isEqualTo(operations());
    }

    @Test
    void is_sent_as_it_is_accepted_and_only_once(RunningCounter counter) {
        counter.anybody().accept(ContentType.JSON).get("openapi").then().contentType("application/json");
        counter.anybody()
                .accept("application/yaml")
                .get("openapi?format=JSON")
                .then()
                .contentType("application/yaml");
        Response head = counter.anybody().head("openapi");
        head.then().statusCode(200).contentType("application/yaml").header("Access-Control-Allow-Origin", equalTo("*"));
        counter.anybody()
                .header("If-None-Match", head.header("ETag"))
                .get("openapi")
                .then()
                .statusCode(304);
    }

    /** Whoever has a client made from the description gets the fields that are spoken. */
    @Test
    void tells_bodies_amounts_and_answers_as_they_are(RunningCounter counter) {
        JsonPath told = counter.anybody().get("openapi?format=JSON").jsonPath();
        assertThat(told.getMap("components.schemas.Money.properties").keySet()).isEqualTo(Set.of("amount", "currency"));
        String body = "requestBody.content.'application/json'.schema.";
        assertThat(told.getMap(PAY + body + "properties").keySet())
                .contains("storeId", "saleNumber", "amount", "tenders", "lines", "shown");
        assertThat(told.getString(PAY + body + "properties.amount.'$ref'")).isEqualTo("#/components/schemas/Money");
        assertThat(told.getList(PAY + "parameters.findAll { it.name == 'Idempotency-Key' }.required"))
                .isEqualTo(List.of(true));
        assertThat(told.getString(PAY + "requestBody.content.'application/json'.examples.wallet.value.shown"))
                .matches("80\\d{22}");
        assertThat(told.getMap("paths.'/api/v1/members'.post.responses").keySet())
                .contains("201")
                .doesNotContain("200");
        assertThat(told.getList("paths.'/api/v1/me/devices'.post.security.customer"))
                .isEqualTo(List.of(List.of()));
        assertThat(bodies(told)).hasSizeGreaterThan(50).doesNotContain("string");
    }

    /** The type of what is sent with each command. */
    private static List<String> bodies(JsonPath told) {
        Map<String, Map<String, ?>> paths = told.getMap("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(METHODS::contains)
                        .map(method ->
                                "paths.'" + path.getKey() + "'." + method + ".requestBody.content.'application/json'"))
                .filter(content -> told.get(content) != null)
                .map(content -> String.valueOf((Object) told.get(content + ".schema.type")))
                .toList();
    }

    /** What the classes of the API answer, as {@code GET /api/v1/members/{id}}: read from them, not from the description. */
    private static Set<String> operations() throws IOException {
        Path classes = Path.of(System.getProperty("counter.project", ".."), "counter-web/target/classes");
        Set<String> operations = new TreeSet<>();
        try (URLClassLoader web =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, DescriptionIT.class.getClassLoader());
                Stream<Path> files = Files.walk(classes.resolve("org/walletcounter/web/api"))) {
            for (Path file : files.filter(each -> each.toString().endsWith("Resource.class"))
                    .toList()) {
                Class<?> resource = web.loadClass(className(classes.relativize(file)));
                Stream.of(resource.getMethods()).forEach(method -> operations.addAll(operations(resource, method)));
            }
        } catch (ClassNotFoundException gone) {
            throw new IOException("The build has changed meanwhile.", gone);
        }
        assertThat(operations).hasSizeGreaterThan(100);
        return operations;
    }

    private static String className(Path file) {
        String name = file.toString();
        return name.substring(0, name.lastIndexOf('.')).replace(File.separatorChar, '.');
    }

    private static List<String> operations(Class<?> resource, Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(http -> http.value() + " " + BASE + path(resource) + path(method))
                .toList();
    }

    private static String path(AnnotatedElement where) {
        jakarta.ws.rs.Path path = where.getAnnotation(jakarta.ws.rs.Path.class);
        if (path == null || path.value().equals("/")) {
            return "";
        }
        String value = NARROWED.matcher(path.value()).replaceAll("{$1}");
        return value.startsWith("/") ? value : "/" + value;
    }
}
