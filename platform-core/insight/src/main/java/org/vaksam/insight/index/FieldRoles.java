package org.vaksam.insight.index;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordTypes.Field;

/**
 * What the definitions say of each field, as the index takes it: facet, number, time, text. A field that is new needs nothing; one
 * that changed its role is not in the documents as it should be, and the index is built anew.
 *
 * @param roles role letters by {@code type/kind/field}
 */
public record FieldRoles(Map<String, String> roles) {
    private static final String MIXED = "?";

    /** The roles of now. */
    public static FieldRoles of(RecordTypes recordTypes) {
        var roles = new TreeMap<String, String>();
        for (RecordTypes.Type type : recordTypes.types()) {
            for (RecordTypes.Definition definition : recordTypes.definitions(type.name())) {
                for (Field field : definition.fields()) {
                    roles.put(name(type.name(), definition.kind(), field.id()), letters(field));
                }
            }
        }
        return new FieldRoles(roles);
    }

    /** As stored with a commit. */
    static FieldRoles parse(String stored) {
        return new FieldRoles(stored.lines()
                .filter(line -> line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf('=')),
                        line -> line.substring(line.lastIndexOf('=') + 1))));
    }

    String stored() {
        return roles.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Whether documents built with these roles are right for the newer ones too. */
    boolean fits(FieldRoles newer) {
        return roles.entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(newer.roles.getOrDefault(entry.getKey(), entry.getValue())));
    }

    /**
     * These, and of the newer ones those of fields not known before. A field in two roles fits no more, whatever comes: some
     * documents were built with the one and some with the other.
     */
    FieldRoles with(FieldRoles newer) {
        var all = new TreeMap<>(newer.roles);
        roles.forEach((field, built) -> all.merge(field, built, (now, then) -> now.equals(then) ? then : MIXED));
        return new FieldRoles(all);
    }

    boolean facet(String type, String kind, String field) {
        return has(type, kind, field, 'f');
    }

    boolean number(String type, String kind, String field) {
        return has(type, kind, field, 'n');
    }

    boolean time(String type, String kind, String field) {
        return has(type, kind, field, 'i');
    }

    boolean text(String type, String kind, String field) {
        return has(type, kind, field, 't');
    }

    private boolean has(String type, String kind, String field, char letter) {
        return roles.getOrDefault(name(type, kind, field), "").indexOf(letter) >= 0;
    }

    private static String name(String type, String kind, String field) {
        return type + "/" + kind + "/" + field;
    }

    private static String letters(Field field) {
        String kind =
                switch (field.type()) {
                    case TEXT, LONG_TEXT -> "t";
                    case NUMBER, MONEY -> "n";
                    case DATE, TIME -> "i";
                    case CHOICE, BOOLEAN, PEOPLE, RANGE, TREE, PERSON, UNIT, ASSET, PLACE, FILE, PHOTO, TABLE -> "";
                };
        return (field.facet() ? "f" : "") + kind;
    }
}
