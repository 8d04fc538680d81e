package org.vaksam.records.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaksam.spi.privacy.Person;

/** A person in the values of a form: texts, lists and people. */
public final class PersonValues {
    private static final String NAME = "name";
    private static final String ROLE = "role";

    private final Person person;

    public PersonValues(Person person) {
        this.person = person;
    }

    /** Whether the value names the person somewhere. */
    public boolean isIn(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(this::isIn);
        }
        if (value instanceof Iterable<?> list) {
            for (Object each : list) {
                if (isIn(each)) {
                    return true;
                }
            }
            return false;
        }
        return value instanceof String text && person.isIn(text);
    }

    /** The same without the person: texts keep what else they say, in lists and tables too. */
    public Object without(Object value) {
        if (value instanceof Map<?, ?> map) {
            var rest = new LinkedHashMap<String, Object>();
            map.forEach((name, each) -> rest.put(String.valueOf(name), without(each)));
            return rest;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::without).toList();
        }
        return value instanceof String text ? person.removedFrom(text) : value;
    }

    /** The people of a record without this one. */
    Object withoutAmongPeople(Object people) {
        return people instanceof List<?> list
                ? list.stream()
                        .map(each -> each instanceof Map<?, ?> map && isIn(map) ? anonymous(map) : each)
                        .toList()
                : without(people);
    }

    /** One of the people of a record: all that is said of somebody goes with the name. */
    private static Map<String, Object> anonymous(Map<?, ?> somebody) {
        var left = new LinkedHashMap<String, Object>();
        Object role = somebody.get(ROLE);
        if (role != null) {
            left.put(ROLE, role);
        }
        left.put(NAME, Person.MARK);
        return left;
    }
}
