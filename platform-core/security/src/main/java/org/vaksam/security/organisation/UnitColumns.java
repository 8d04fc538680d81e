package org.vaksam.security.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vaksam.spi.exchange.TableHeading;

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
        return new TableHeading<>(UnitColumns::named, heading(), List.of(CODE.id, EXTERNAL_KEY.id)).find(heading);
    }

    private static Optional<UnitColumns> named(String heading) {
        String name = heading.strip().toLowerCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(column -> column.id.toLowerCase(Locale.ROOT).equals(name) || column.aliases.contains(name))
                .findFirst();
    }
}
