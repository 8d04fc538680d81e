package org.vaksam.kernel.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleDescriptor.ImportDeclaration;
import org.vaksam.spi.kernel.ModuleDescriptor.Permission;
import org.vaksam.spi.kernel.ModuleDescriptor.RecordType;
import org.vaksam.spi.kernel.ModuleDescriptor.Role;

/** Reads {@code module.json}: what is not according to the schema and the rules is refused, with all reasons at once. */
public final class DescriptorReader {
    /** Where the descriptor is in the file of a module. */
    public static final String PATH = "META-INF/vaksam/module.json";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LIMIT = 32_000;
    private static final Text NEXT =
            new Text(". Rätta filen och bygg modulen på nytt.", ". Correct the file and build the module again.");
    private static final TypeReference<Map<String, List<Map<String, Object>>>> CONTRIBUTIONS = new TypeReference<>() {};

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final DescriptorSchema schema = new DescriptorSchema(mapper);

    /** Reads a descriptor as it came with a file. */
    public ModuleDescriptor read(String json) throws InvalidModuleFile {
        if (json.length() > LIMIT) {
            throw new InvalidModuleFile(new Text(
                    PATH + " är längre än " + LIMIT + " tecken. Flytta texter och processer till egna filer.",
                    PATH + " is longer than " + LIMIT
                            + " characters. Move texts and processes to files of their own."));
        }
        JsonNode document = parse(json);
        refuse(schema.check(document));
        ModuleDescriptor descriptor = map(document);
        refuse(DescriptorRules.check(descriptor));
        return descriptor;
    }

    /** Reads a descriptor that was accepted once and kept in the registry. */
    public ModuleDescriptor readKept(String json) {
        try {
            return map(mapper.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A descriptor in the registry is damaged", e);
        }
    }

    private JsonNode parse(String json) throws InvalidModuleFile {
        if (json.startsWith(BYTE_ORDER_MARK)) {
            throw new InvalidModuleFile(new Text(
                    PATH + " börjar med ett byteordningsmärke (BOM). Spara filen som UTF-8 utan det.",
                    PATH + " begins with a byte order mark (BOM). Save the file as UTF-8 without it."));
        }
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            String where = "rad %d: %s";
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidModuleFile(new Text(
                    PATH + " är inte giltig JSON, " + where.formatted(line, e.getOriginalMessage()) + NEXT.sv(),
                    PATH + " is not valid JSON, line " + line + ": " + e.getOriginalMessage() + NEXT.en()));
        }
    }

    private static void refuse(List<FieldProblem> found) throws InvalidModuleFile {
        if (!found.isEmpty()) {
            throw new InvalidModuleFile(found.stream()
                    .map(problem -> new Text(
                            PATH + ", " + problem.field() + ": "
                                    + problem.detail().sv() + NEXT.sv(),
                            PATH + ", " + problem.field() + ": "
                                    + problem.detail().en() + NEXT.en()))
                    .toList());
        }
    }

    private ModuleDescriptor map(JsonNode json) {
        return new ModuleDescriptor(
                json.path("id").asText(),
                json.path("version").asText(),
                text(json.path("title")),
                json.path("platform").asText(),
                words(json.path("needs")),
                all(json.path("records"), DescriptorReader::recordType),
                all(json.path("assets"), each -> mapper.convertValue(each, OBJECT)),
                all(
                        json.path("permissions"),
                        each -> new Permission(each.path("id").asText(), text(each.path("title")))),
                all(
                        json.path("roles"),
                        each -> new Role(
                                each.path("id").asText(), text(each.path("title")), words(each.path("permissions")))),
                json.has("contributes") ? mapper.convertValue(json.get("contributes"), CONTRIBUTIONS) : Map.of(),
                all(
                        json.path("imports"),
                        each -> new ImportDeclaration(
                                each.path("id").asText(),
                                text(each.path("title")),
                                words(each.path("accepts")),
                                words(each.path("elements")),
                                each.path("permission").asText())));
    }

    private static RecordType recordType(JsonNode json) {
        return new RecordType(
                json.path("id").asText(),
                json.path("path").asText(),
                json.path("number").asText(),
                json.path("icon").asText("file"),
                text(json.path("title")),
                text(json.path("titles")));
    }

    private static Text text(JsonNode json) {
        return new Text(json.path("sv").asText(), json.path("en").asText());
    }

    private static List<String> words(JsonNode list) {
        return all(list, JsonNode::asText);
    }

    private static <T> List<T> all(JsonNode list, Function<JsonNode, T> each) {
        var result = new ArrayList<T>();
        list.forEach(item -> result.add(each.apply(item)));
        return List.copyOf(result);
    }
}
