package hongli.web.mall.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One method and address of the mall, as a document describes it.
///
/// @param document the whole document, in which its references lead somewhere
record Route(String method, String path, JsonNode operation, JsonNode document) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /// All that any document describes.
    static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        try (var files = Files.list(Path.of(
                Objects.requireNonNull(Route.class.getResource("/openapi")).toURI()))) {
            for (Path file : files.sorted().toList()) {
                JsonNode document = JSON.readTree(Files.readString(file));
                document.get("paths")
                        .propertyStream()
                        .forEach(path -> path.getValue()
                                .propertyStream()
                                .forEach(method -> routes.add(new Route(
                                        method.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey(),
                                        method.getValue(),
                                        document))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return routes;
    }

    /// `mall`, `merchant` or `operator`.
    String family() {
        return path.split("/")[3];
    }

    boolean hasId() {
        return path.contains("{");
    }

    /// The address with `id` wherever a name stands for something.
    String at(String id) {
        return path.replaceAll("\\{[^}]+}", id.replace("\\", "\\\\").replace("$", "\\$"));
    }

    /// What a body of JSON must be like, where the route has one.
    Optional<JsonNode> body() {
        JsonNode content = operation.path("requestBody").path("content");
        JsonNode schema = content.path("application/json").path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(resolved(schema));
    }

    /// The media types of bodies that are no JSON.
    List<String> otherBodies() {
        List<String> types =
                new ArrayList<>(operation.path("requestBody").path("content").propertyNames());
        types.remove("application/json");
        return types;
    }

    /// The names that may stand behind the question mark.
    List<JsonNode> questions() {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .toList();
    }

    /// A query with all that must be asked for, or nothing.
    String needed() {
        List<String> parts = new ArrayList<>();
        for (JsonNode parameter : questions()) {
            if (parameter.path("required").asBoolean(false)) {
                parts.add(parameter.get("name").asString() + "=" + Samples.value(this, parameter.path("schema"), 0));
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /// The schema itself, where this one points to another.
    JsonNode resolved(JsonNode schema) {
        JsonNode ref = schema.path("$ref");
        return ref.isMissingNode()
                ? schema
                : resolved(document.at(ref.asString().substring(1)));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
