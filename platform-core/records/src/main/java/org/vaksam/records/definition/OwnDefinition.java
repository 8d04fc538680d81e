package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.security.Units;

/** The document of a kind that the organisation writes itself: whole, without a base. */
public final class OwnDefinition {
    /** Longest document, in characters. */
    public static final int LARGEST = 32_000;

    private OwnDefinition() {}

    /**
     * Understands the document; whatever is wrong is noted with its path.
     *
     * @param permissions those of its area; not checked when empty, which they are while the module is away
     * @param units       among which are the partners that records are shared with
     * @return empty when something is wrong
     */
    public static Optional<KindDefinition> read(
            ObjectNode json, String kind, int version, Set<String> permissions, Units units, Problems problems) {
        var root = new JsonObject("", json, problems);
        DefinitionFile.shape(root);
        root.label("title");
        String text = Json.write(json);
        if (text.length() > LARGEST) {
            root.complain(
                    "fields",
                    "Definitionen är större än " + LARGEST + " tecken.",
                    "The definition is larger than " + LARGEST + " characters.");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        KindDefinition definition = DefinitionReader.read(root, kind, version, text);
        new DefinitionCheck(root, definition).run();
        permissions(root, definition, permissions);
        partners(root, units);
        return problems.isEmpty() ? Optional.of(definition) : Optional.empty();
    }

    private static void permissions(JsonObject root, KindDefinition definition, Set<String> known) {
        for (TransitionDefinition transition : definition.transitions()) {
            String permission = transition.permission().orElse("");
            if (!known.isEmpty() && !permission.isEmpty() && !known.contains(permission)) {
                List<String> listed = known.stream().sorted().toList();
                root.complain(
                        "transitions[" + transition.id() + "].permission",
                        "Området har ingen behörighet " + permission + "." + Nearest.swedish(permission, listed),
                        "The area has no permission " + permission + "." + Nearest.english(permission, listed));
            }
        }
    }

    private static void partners(JsonObject root, Units units) {
        for (JsonObject transition : root.objects("transitions", Integer.MAX_VALUE)) {
            for (JsonObject effect : transition.objects("effects", Integer.MAX_VALUE)) {
                effect.object("share").ifPresent(share -> partner(share, units));
            }
        }
    }

    private static void partner(JsonObject share, Units units) {
        String code = share.raw("unit").asText();
        Optional<Units.Unit> unit = units.find(code);
        List<String> partners = units.all().stream()
                .filter(Units.Unit::isPartner)
                .map(Units.Unit::code)
                .toList();
        if (unit.isEmpty()) {
            share.complain(
                    "unit",
                    "Det finns ingen enhet " + code + "." + Nearest.swedish(code, partners),
                    "There is no unit " + code + "." + Nearest.english(code, partners));
        } else if (!unit.get().isPartner()) {
            share.complain(
                    "unit",
                    code + " är ingen extern part: det delas bara med sådana.",
                    code + " is no external partner: records are shared with such only.");
        }
    }
}
