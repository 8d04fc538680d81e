package org.vaksam.casework;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Responsibles;
import org.vaksam.spi.security.Units;

/** A city with a school in it and a class in that; anna works in the class, berit manages the school, cecilia the city. */
public final class FakeOffice {
    public static final String CITY = "00000000-0000-7000-8000-0000000000c1";
    public static final String SCHOOL = "00000000-0000-7000-8000-0000000000c2";
    public static final String CLASS = "00000000-0000-7000-8000-0000000000c3";
    public static final String PARK = "00000000-0000-7000-8000-0000000000c4";
    public static final String ANNA = "00000000-0000-7000-8000-00000000000a";
    public static final String BERIT = "00000000-0000-7000-8000-00000000000b";
    public static final String CECILIA = "00000000-0000-7000-8000-00000000000c";
    public static final String DAVID = "00000000-0000-7000-8000-00000000000d";

    private static final Map<String, String> NAMES =
            Map.of(ANNA, "Anna Ek", BERIT, "Berit Gran", CECILIA, "Cecilia Al", DAVID, "David Lind");
    private static final List<Units.Unit> UNITS = List.of(
            unit(CITY, ""), unit(SCHOOL, CITY + "/"), unit(CLASS, CITY + "/" + SCHOOL + "/"), unit(PARK, CITY + "/"));

    private FakeOffice() {}

    public static Units units() {
        return new Units() {
            @Override
            public Optional<Unit> find(String idOrCode) {
                return UNITS.stream().filter(unit -> unit.id().equals(idOrCode)).findFirst();
            }

            @Override
            public List<Unit> all() {
                return UNITS;
            }
        };
    }

    public static Accounts accounts() {
        return new Accounts() {
            @Override
            public Optional<Account> find(String id) {
                return Optional.ofNullable(NAMES.get(id)).map(name -> new Account(id, name, name, true));
            }

            @Override
            public Map<String, String> names(Collection<String> ids) {
                var names = new HashMap<>(NAMES);
                names.keySet().retainAll(ids);
                return names;
            }
        };
    }

    public static Responsibles responsibles() {
        return new Responsibles() {
            @Override
            public Optional<String> manager(String unit) {
                return unit.equals(CLASS) || unit.equals(SCHOOL)
                        ? Optional.of(BERIT)
                        : Optional.of(CECILIA).filter(any -> unit.equals(CITY) || unit.equals(PARK));
            }

            @Override
            public List<String> holders(String role, Optional<String> unit) {
                return role.equals("incidents:coordinator") ? List.of(CECILIA) : List.of();
            }
        };
    }

    private static Units.Unit unit(String id, String above) {
        return new Units.Unit(id, id.substring(34), Text.same(id), "unit", Optional.empty(), above + id + "/");
    }
}
