package org.vaksam.insight.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vaksam.insight.language.Clause.Condition;
import org.vaksam.insight.language.Clause.Form;
import org.vaksam.insight.language.Clause.Words;

/**
 * From typed text to clauses and back. Every text has a reading; what is printed reads as the same clauses.
 *
 * <pre>
 * query     = { clause }
 * clause    = [ "-" ] ( condition | phrase | word [ "*" | "~" ] )
 * condition = name ":" ( value | "(" value { "," value } ")" )
 * phrase    = '"' text '"'
 * </pre>
 */
public final class QueryText {
    private QueryText() {}

    /** The text as positions count in it. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The clauses in the order in which they stand. A single quote left over is skipped. */
    public static List<Placed> parse(String text) {
        return new Reader(paired(normal(text))).clauses();
    }

    /** As somebody could have typed it. */
    public static String print(List<Clause> clauses) {
        return clauses.stream().map(QueryText::print).collect(Collectors.joining(" "));
    }

    /** One clause as somebody could have typed it. */
    public static String print(Clause clause) {
        String sign = clause.excluded() ? "-" : "";
        if (clause instanceof Words words) {
            return sign
                    + switch (words.form()) {
                        case WORD -> words.text();
                        case PREFIX -> words.text() + "*";
                        case SIMILAR -> words.text() + "~";
                        case PHRASE -> '"' + words.text() + '"';
                    };
        }
        var condition = (Condition) clause;
        List<String> values = condition.values().stream().map(QueryText::value).toList();
        String all = values.size() == 1 ? values.get(0) : "(" + String.join(",", values) + ")";
        return sign + condition.field() + ":" + (values.isEmpty() ? "" : all);
    }

    private static String value(String value) {
        boolean plain = !value.isEmpty()
                && !value.startsWith("//")
                && value.chars().noneMatch(letter -> isSpace((char) letter) || "(),".indexOf(letter) >= 0);
        return plain ? value : '"' + value + '"';
    }

    private static String paired(String text) {
        boolean odd = text.chars().filter(letter -> letter == '"').count() % 2 == 1;
        int last = text.lastIndexOf('"');
        return odd ? text.substring(0, last) + ' ' + text.substring(last + 1) : text;
    }

    static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter);
    }

    /** Goes through a text once; quotes come in pairs. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Placed> clauses() {
            var clauses = new ArrayList<Placed>();
            for (skipSpace(); at < text.length(); skipSpace()) {
                int start = at;
                boolean excluded = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
                if (excluded) {
                    at++;
                }
                Clause clause = clause(excluded);
                if (!(clause instanceof Words words) || !words.text().isBlank()) {
                    clauses.add(new Placed(clause, start, at));
                }
            }
            return clauses;
        }

        private Clause clause(boolean excluded) {
            if (text.charAt(at) == '"') {
                return new Words(excluded, Form.PHRASE, quoted());
            }
            int colon = colon();
            if (colon < 0) {
                return word(excluded);
            }
            String field = text.substring(at, colon);
            at = colon + 1;
            return new Condition(excluded, field, values());
        }

        private Words word(boolean excluded) {
            int start = at;
            while (at < text.length() && text.charAt(at) != '"' && !isSpace(text.charAt(at))) {
                at++;
            }
            String word = text.substring(start, at);
            String beginning = word.substring(0, word.length() - 1);
            if (!beginning.isEmpty() && word.endsWith("*")) {
                return new Words(excluded, Form.PREFIX, beginning);
            }
            return !beginning.isEmpty() && word.endsWith("~")
                    ? new Words(excluded, Form.SIMILAR, beginning)
                    : new Words(excluded, Form.WORD, word);
        }

        /** Where the name of a field ends that begins here; negative when what is here is a word, or an address of the web. */
        private int colon() {
            int end = at;
            while (end < text.length() && isOfName(text.charAt(end))) {
                end++;
            }
            boolean name = end > at
                    && Character.isLetter(text.charAt(at))
                    && end < text.length()
                    && text.charAt(end) == ':'
                    && !text.startsWith("//", end + 1);
            return name ? end : -1;
        }

        private List<String> values() {
            var values = new ArrayList<String>();
            if (at < text.length() && text.charAt(at) == '(') {
                at++;
                for (skipSpace(); at < text.length() && text.charAt(at) != ')'; skipSpace()) {
                    add(values, true);
                    if (at < text.length() && text.charAt(at) == ',') {
                        at++;
                    }
                }
                at = Math.min(text.length(), at + 1);
            } else {
                add(values, false);
            }
            return values;
        }

        /** Up to a space, or within parentheses up to a comma or their end; parts of it may stand in quotes. */
        private void add(List<String> values, boolean inList) {
            var value = new StringBuilder();
            boolean quoted = false;
            while (at < text.length()) {
                char letter = text.charAt(at);
                if (letter == '"') {
                    value.append(quoted());
                    quoted = true;
                } else if (inList ? letter == ',' || letter == ')' : isSpace(letter)) {
                    break;
                } else {
                    value.append(letter);
                    at++;
                }
            }
            String found = normal(quoted ? value.toString() : value.toString().strip());
            if (quoted || !found.isEmpty()) {
                values.add(found);
            }
        }

        private String quoted() {
            int closing = text.indexOf('"', at + 1);
            String inside = text.substring(at + 1, closing);
            at = closing + 1;
            return inside;
        }

        private void skipSpace() {
            while (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            }
        }

        private static boolean isOfName(char letter) {
            return Character.isLetterOrDigit(letter) || letter == '.' || letter == '_' || letter == '-';
        }
    }
}
