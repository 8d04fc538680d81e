package org.vaksam.security.account;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vaksam.api.data.Ids;
import org.vaksam.api.text.Text;
import org.vaksam.security.input.Input;

/** User names: small letters, so that nobody can pass for somebody else by writing differently. */
public final class Usernames {
    /** The launcher's account; nobody else can have the name. */
    public static final String OPERATOR = "operator";

    private static final Pattern FORM = Pattern.compile("[a-z0-9åäö][a-z0-9åäö._@-]{1,99}");
    private static final Set<String> RESERVED = Set.of(OPERATOR, "me", "none", "anonymous", "platform");
    private static final Text RULE = new Text(
            "Ska ha 2-100 tecken: små bokstäver, siffror, punkt, bindestreck, understreck och @.",
            "Must have 2-100 characters: small letters, digits, dot, hyphen, underscore and @.");

    private Usernames() {}

    /** As it is stored, whatever way it was typed. */
    public static String normalised(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether an account may be called so. */
    public static boolean isGood(String username) {
        return FORM.matcher(username).matches() && !RESERVED.contains(username) && !Ids.isId(username);
    }

    /** A new user name from the input. */
    static String read(Input input, String field) {
        String username = input.word(field, FORM, RULE);
        if (RESERVED.contains(username) || Ids.isId(username)) {
            input.wrong(field, new Text("Namnet är reserverat.", "The name is reserved."));
        }
        return username;
    }
}
