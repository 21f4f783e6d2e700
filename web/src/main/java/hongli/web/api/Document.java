package hongli.web.api;

import hongli.mall.refusal.General;
import hongli.mall.refusal.Ground;
import hongli.web.problem.Language;
import hongli.web.problem.Problem;
import hongli.web.problem.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The API's document: the ledger's part and, where there is a mall, the parts of all its subjects, merged into one.
///
/// The parts lie beside each other as `openapi/*.json`. What two parts both describe must be the same in both; their
/// operations get a name where they have none, and are said to need a session where the mall asks for one.
final class Document {
    private static final String WHOLE = "classpath:static/openapi.json";
    private static final String PARTS = "classpath*:openapi/*.json";
    private static final String ROOM = "hongli/mall/";
    private static final String GROUNDS = "classpath*:" + ROOM + "*/*Ground.class";
    private static final String SESSION = "session";
    private static final String MEMBER_COOKIE = "memberCookie";
    private static final String WORKER_COOKIE = "workerCookie";

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    private final ObjectNode whole;

    private Document() throws IOException {
        this.whole = read(files.getResource(WHOLE));
    }

    /// The document as bytes.
    ///
    /// @param withMall whether the mall's endpoints are there
    static byte[] bytes(boolean withMall) {
        try {
            var document = new Document();
            if (withMall) {
                document.addMall();
            }
            return document.mapper.writeValueAsBytes(document.whole);
        } catch (IOException e) {
            throw new UncheckedIOException("the document must be readable", e);
        }
    }

    private ObjectNode read(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return (ObjectNode) mapper.readTree(in);
        }
    }

    private void addMall() throws IOException {
        addSecurity();
        Map<String, Resource> parts = new TreeMap<>();
        for (Resource part : files.getResources(PARTS)) {
            parts.put(String.valueOf(part.getFilename()), part);
        }
        for (Resource part : parts.values()) {
            add(read(part), String.valueOf(part.getFilename()));
        }
        addProblems();
    }

    private void addSecurity() {
        ObjectNode schemes = whole.withObject("/components/securitySchemes");
        schemes.putObject(SESSION)
                .put("type", "http")
                .put("scheme", "bearer")
                .put(
                        "description",
                        "登录后得到的令牌：会员、店员、平台管理员各有其登录。"
                                + " The token of a session: members, clerks and operators log in by their own doors.");
        addCookie(schemes, MEMBER_COOKIE, "hongli_member");
        addCookie(schemes, WORKER_COOKIE, "hongli_worker");
    }

    private static void addCookie(ObjectNode schemes, String scheme, String name) {
        schemes.putObject(scheme)
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", name)
                .put("description", "同一个令牌，由浏览器保存。 The same token, kept by a browser.");
    }

    private void add(ObjectNode part, String file) {
        for (JsonNode tag : part.path("tags")) {
            addTag((ObjectNode) tag, file);
        }
        ObjectNode paths = whole.withObject("/paths");
        part.path("paths").forEachEntry((path, operations) -> {
            require(!paths.has(path), file, "path", path);
            operations.forEachEntry((method, operation) -> complete(method, path, (ObjectNode) operation));
            paths.set(path, operations);
        });
        part.path("components").forEachEntry((kind, named) -> {
            ObjectNode all = whole.withObject("/components/" + kind);
            named.forEachEntry((name, one) -> {
                require(!all.has(name) || all.get(name).equals(one), file, kind, name);
                all.set(name, one);
            });
        });
    }

    private void addTag(ObjectNode tag, String file) {
        String name = tag.path("name").asString();
        ArrayNode tags = whole.withArray("/tags");
        Optional<JsonNode> there = tags.valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst();
        require(there.isEmpty() || there.get().equals(tag), file, "tag", name);
        if (there.isEmpty()) {
            tags.add(tag);
        }
    }

    private static void require(boolean holds, String file, String kind, String name) {
        if (!holds) {
            throw new IllegalStateException(
                    "parts of the document must not contradict: file=" + file + ", " + kind + "=" + name);
        }
    }

    private static void complete(String method, String path, ObjectNode operation) {
        if (!operation.has("operationId")) {
            operation.put("operationId", name(method, path));
        }
        if (!operation.has("security")) {
            ArrayNode ways = operation.putArray("security");
            boolean isMembers = path.startsWith("/api/v1/mall/");
            if (isMembers || path.endsWith("/sessions")) {
                ways.addObject();
            }
            ways.addObject().putArray(SESSION);
            ways.addObject().putArray(isMembers ? MEMBER_COOKIE : WORKER_COOKIE);
        }
    }

    /// Such as `postMallOrdersByIdCancel`.
    private static String name(String method, String path) {
        var name = new StringBuilder(method);
        for (String word :
                path.replaceFirst("^/api/v1/", "").replace("{", "by-").split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }

    private void addProblems() throws IOException {
        ArrayNode codes = whole.withArray("/components/schemas/Problem/properties/code/enum");
        ArrayNode problems = whole.withArray("/x-problems");
        List<String> known = codes.valueStream().map(JsonNode::asString).toList();
        grounds().stream().filter(ground -> !known.contains(ground.code())).forEach(ground -> {
            codes.add(ground.code());
            problems.addObject()
                    .put("code", ground.code())
                    .put("status", Problem.of(ground.with()).status())
                    .put("zh", sentence(Language.ZH, ground.code()))
                    .put("en", sentence(Language.EN, ground.code()))
                    .put("expectedZh", sentence(Language.ZH, ground.code() + ".expected"))
                    .put("expectedEn", sentence(Language.EN, ground.code() + ".expected"));
        });
    }

    private static String sentence(Language language, String name) {
        return Texts.in(language).raw(name).orElse("");
    }

    /// Every reason of the mall to say no, in order of their codes.
    private List<Ground> grounds() throws IOException {
        return Stream.concat(
                        Stream.of(General.class),
                        Arrays.stream(files.getResources(GROUNDS)).map(Document::type))
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Ground.class::cast)
                .sorted(Comparator.comparing(Ground::code))
                .toList();
    }

    private static Class<?> type(Resource file) {
        try {
            String address = file.getURL().toString();
            String path = address.substring(address.lastIndexOf(ROOM), address.length() - ".class".length());
            return Class.forName(path.replace('/', '.'));
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a ground must be a class: file=" + file, e);
        }
    }
}
