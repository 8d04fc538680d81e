package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;

/** Reads types of assets; their attributes follow the rules of the fields of records. */
public final class AssetTypeReader {
    private static final List<String> KEYS = List.of("id", "title", "icon", "attributes");
    private static final List<String> OF_RECORDS = List.of("showIf", "sensitive", "facet", "measure", "default");
    private static final List<String> TYPES =
            FieldReader.SIMPLE.stream().map(FieldReader::name).toList();

    private AssetTypeReader() {}

    /** The type this JSON describes; what is wrong with it is said below this path. */
    public static AssetType read(String module, String path, JsonNode node, Problems problems) {
        var json = new JsonObject(path, node, problems).only(KEYS);
        String id = json.id("id");
        for (JsonObject attribute : json.objects("attributes", 200)) {
            refuseOfRecords(attribute);
        }
        return new AssetType(
                module.equals(AssetType.PLATFORM) ? id : module + "." + id,
                module,
                json.label("title"),
                json.text("icon", 60).orElse("box"),
                FieldReader.read(json, "attributes"),
                Json.write(node),
                false);
    }

    private static void refuseOfRecords(JsonObject attribute) {
        for (String key : OF_RECORDS) {
            if (attribute.has(key)) {
                attribute.complain(key, "Finns bara på fält i ärenden.", "Is for fields of records only.");
            }
        }
        attribute.oneOf("type", TYPES);
    }
}
