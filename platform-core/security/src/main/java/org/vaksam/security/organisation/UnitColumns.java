package org.vaksam.security.organisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Columns of a table of units, in the order in which they are written; their names are those of the REST interface. */
enum UnitColumns {
    EXTERNAL_KEY("externalKey", "external_key", "extern nyckel", "nyckel", "external key", "key"),
    CODE("code", "kod", "enhetskod"),
    NAME("name", "namn", "name_sv", "enhet", "benämning"),
    NAME_EN("nameEn", "name_en", "namn (engelska)", "engelskt namn", "english name"),
    TYPE("type", "typ", "enhetstyp"),
    PARENT("parent", "överordnad", "överordnad enhet", "parent code", "parent_key"),
    MANAGER("manager", "chef"),
    COST_CENTRE("costCentre", "cost_centre", "kostnadsställe", "ansvar", "cost centre", "cost center"),
    VALID_FROM("validFrom", "valid_from", "giltig från", "från", "valid from"),
    VALID_TO("validTo", "valid_to", "giltig till", "till", "valid to"),
    SUCCESSOR("successor", "efterträdare");

    private final String id;
    private final List<String> aliases;

    UnitColumns(String id, String... aliases) {
        this.id = id;
        this.aliases = List.of(aliases);
    }

    String id() {
        return id;
    }

    static List<String> heading() {
        return List.of(values()).stream().map(UnitColumns::id).toList();
    }

    /** Where each column stands; refuses headings that nobody would read. */
    static Map<UnitColumns, Integer> find(List<String> heading) {
        Map<UnitColumns, Integer> places = new LinkedHashMap<>();
        var unknown = new ArrayList<String>();
        for (int place = 0; place < heading.size(); place++) {
            Optional<UnitColumns> column = named(heading.get(place));
            if (column.isPresent() && !places.containsKey(column.get())) {
                places.put(column.get(), place);
            } else if (!heading.get(place).isEmpty()) {
                unknown.add(heading.get(place));
            }
        }
        if (!unknown.isEmpty() || !places.containsKey(CODE) && !places.containsKey(EXTERNAL_KEY)) {
            throw headings(unknown);
        }
        return places;
    }

    private static Optional<UnitColumns> named(String heading) {
        String name = heading.strip().toLowerCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(column -> column.id.toLowerCase(Locale.ROOT).equals(name) || column.aliases.contains(name))
                .findFirst();
    }

    private static Problem headings(List<String> unknown) {
        String names = String.join(", ", unknown.stream().limit(10).toList());
        Text detail = unknown.isEmpty()
                ? new Text(
                        "Tabellen behöver en kolumn code eller externalKey.",
                        "The table needs a column code or externalKey.")
                : new Text(
                        "Okända eller upprepade kolumner: " + names + ".",
                        "Unknown or repeated columns: " + names + ".");
        return Problem.of("unreadable-table", 422, new Text("Filen kan inte läsas", "The file cannot be read"), detail)
                .with("allowed", heading())
                .withNext(new Text(
                        "Namnge kolumnerna i första raden: " + String.join(", ", heading()) + ".",
                        "Name the columns in the first line: " + String.join(", ", heading()) + "."));
    }
}
