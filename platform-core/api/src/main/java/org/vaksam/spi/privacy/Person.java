package org.vaksam.spi.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who is looked for: by an account, by words such as a name, an e-mail address, a telephone number or a personal
 * identity number, or by both.
 */
public final class Person {
    /** What stands where a person was. */
    public static final String MARK = "[…]";

    private static final String SPACE = "[\\s\\p{Z}\\p{Cf}]+";
    private static final String GENITIVE = "(?:['’:]?s)?";
    private static final String BETWEEN_DIGITS = "[\\s\\p{Z}+()./-]*";
    private static final Pattern NUMBER = Pattern.compile("[\\d\\s+()./-]*\\d[\\d\\s+()./-]*");
    private static final int CENTURY = 2;
    private static final int IDENTITY_DIGITS = 12;

    private final Optional<String> account;
    private final List<String> words;
    private final List<Pattern> patterns = new ArrayList<>();

    /**
     * @param account id of the account
     * @param words   each found as a whole, in whatever case and spacing and in the genitive; numbers however they are grouped, personal identity
     *                numbers also without their century
     */
    public Person(Optional<String> account, List<String> words) {
        this.account = account;
        this.words = List.copyOf(words);
        words.forEach(each -> patterns.add(pattern(each)));
    }

    public Optional<String> account() {
        return account;
    }

    public List<String> words() {
        return words;
    }

    /** Whether this is the id of the person's account. */
    public boolean hasAccount(String id) {
        return account.filter(id::equals).isPresent();
    }

    /** Whether the text names the person, by one of the words or by the account's id. */
    public boolean isIn(String text) {
        return account.filter(text::contains).isPresent()
                || patterns.stream().anyMatch(each -> each.matcher(text).find());
    }

    /** The text with the mark wherever it named the person. */
    public String removedFrom(String text) {
        String rest = account.map(id -> text.replace(id, MARK)).orElse(text);
        for (Pattern each : patterns) {
            rest = each.matcher(rest).replaceAll(MARK);
        }
        return rest;
    }

    private static Pattern pattern(String words) {
        String expression = NUMBER.matcher(words).matches() ? number(words.replaceAll("\\D", "")) : text(words);
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + expression + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String text(String words) {
        return Arrays.stream(words.strip().split(SPACE)).map(Pattern::quote).collect(Collectors.joining(SPACE))
                + GENITIVE;
    }

    private static String number(String digits) {
        boolean whole = digits.length() == IDENTITY_DIGITS && digits.matches("(19|20).*");
        String century = whole ? digits.substring(0, CENTURY) : "(?:19|20)";
        boolean identity = whole || digits.length() == IDENTITY_DIGITS - CENTURY;
        return (identity ? "(?:" + century + BETWEEN_DIGITS + ")?" : "")
                + grouped(whole ? digits.substring(CENTURY) : digits);
    }

    private static String grouped(String digits) {
        return String.join(BETWEEN_DIGITS, digits.split(""));
    }
}
