package org.vaksam.insight.index;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vaksam.api.data.Sha256;
import org.vaksam.spi.records.RecordRow;

/**
 * What tells that two records name the same person: full names, telephones and addresses of people fields, and personal identity
 * numbers (SKV 704, with their check digit) wherever they stand. As hashes, so that the index is no register of people.
 */
public final class PersonKeys {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])(?:19|20)?([0-9]{2}[01][0-9][0-9]{2})[-+ ]?([0-9]{4})(?![0-9])");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final int SHORTEST_PHONE = 7;
    private static final int HASHED = 24;
    private static final int MOST = 200;

    private PersonKeys() {}

    /** Of all people this record names. */
    public static Set<String> of(RecordRow row) {
        var keys = new TreeSet<String>();
        numbers(row.title(), keys);
        numbers(row.description(), keys);
        row.fields().values().forEach(value -> {
            if (value instanceof String text) {
                numbers(text, keys);
            } else if (value instanceof Collection<?> people) {
                people.forEach(person -> person(person, keys));
            }
        });
        return keys;
    }

    private static void person(Object person, Set<String> keys) {
        if (person instanceof Map<?, ?> members) {
            members.forEach((member, value) -> {
                String text = String.valueOf(value);
                numbers(text, keys);
                switch (String.valueOf(member)) {
                    case "name" -> name(text, keys);
                    case "phone" -> phone(text, keys);
                    case "email" -> put("email", plain(text), keys);
                    default -> {}
                }
            });
        }
    }

    /** A first name alone names nobody. */
    private static void name(String text, Set<String> keys) {
        List<String> words = List.of(SPACE.split(plain(text)));
        if (words.size() > 1) {
            put("name", String.join(" ", words), keys);
        }
    }

    private static void phone(String text, Set<String> keys) {
        String digits = text.replaceAll("[^0-9]", "").replaceFirst("^(00)?46(?=[1-9])", "0");
        if (digits.length() >= SHORTEST_PHONE) {
            put("phone", digits, keys);
        }
    }

    private static void numbers(String text, Set<String> keys) {
        Matcher found = NUMBER.matcher(text);
        while (found.find() && keys.size() < MOST) {
            String digits = found.group(1) + found.group(2);
            if (checks(digits)) {
                put("number", digits, keys);
            }
        }
    }

    /** The Luhn sum. */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    private static void put(String what, String value, Set<String> keys) {
        if (!value.isEmpty() && keys.size() < MOST) {
            keys.add(Sha256.hex(what + ":" + value).substring(0, HASHED));
        }
    }
}
