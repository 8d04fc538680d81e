package org.vaksam.security.account;

import java.net.URI;
import org.vaksam.security.store.PasswordResetTable.Reachable;
import org.vaksam.spi.mail.Mailer.Letter;

/** What stands in the letter; nobody knows yet which language its reader prefers, so it is in both. */
final class ResetLetter {
    private ResetLetter() {}

    static Letter to(Reachable person, URI link) {
        String text =
                """
                Hej %1$s!

                Någon, förhoppningsvis du, har bett om ett nytt lösenord till ditt konto %2$s.
                Länken gäller i 30 minuter och en gång:

                %3$s

                Var det inte du? Då behöver du inte göra något.

                --

                Hello %1$s!

                Somebody, hopefully you, has asked for a new password for your account %2$s.
                The link is good for 30 minutes and once:

                %3$s

                It was not you? Then there is nothing to do.
                """
                        .formatted(person.account().name(), person.account().username(), link);
        return new Letter(person.address(), "Nytt lösenord / New password", text);
    }
}
