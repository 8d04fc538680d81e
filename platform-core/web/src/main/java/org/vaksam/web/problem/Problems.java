package org.vaksam.web.problem;

import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Problems that the gateway itself answers with. */
public final class Problems {
    /** The status of too much at once. */
    public static final int TOO_MANY = 429;

    private static final String MODULE_BUSY = "module-busy";

    private Problems() {}

    /** 401: the resource is not for strangers. */
    public static Problem notSignedIn() {
        return Problem.of(
                        "not-signed-in",
                        401,
                        new Text("Inte inloggad", "Not signed in"),
                        new Text("Det här kräver att du är inloggad.", "This is only for those who are signed in."))
                .withNext(new Text(
                        "Logga in, eller skicka en giltig token i huvudet Authorization.",
                        "Sign in, or send a valid token in the header Authorization."));
    }

    /** 413: more body than the resource accepts. */
    public static Problem bodyTooLarge(long limit) {
        return Problem.of(
                        "too-large",
                        413,
                        new Text("För stort", "Too large"),
                        new Text(
                                "Innehållet är större än de " + limit + " byte som tas emot här.",
                                "The content is larger than the " + limit + " bytes accepted here."))
                .with("limit", limit)
                .withNext(new Text("Skicka mindre åt gången.", "Send less at a time."));
    }

    /** 414: address too long. */
    public static Problem addressTooLong(int limit) {
        return Problem.of(
                        "address-too-long",
                        414,
                        new Text("För lång adress", "The address is too long"),
                        new Text(
                                "Adressen med sina parametrar är längre än " + limit + " byte.",
                                "The address with its parameters is longer than " + limit + " bytes."))
                .withNext(new Text("Använd färre filter.", "Use fewer filters."));
    }

    /** 404: nothing has this address. */
    public static Problem noSuchAddress() {
        return Problem.notFound(new Text("Det finns inget på den här adressen.", "There is nothing at this address."));
    }

    /** 405 outside of applications. */
    public static Problem methodNotAllowed(String allowed) {
        return Problem.of(
                        "method-not-allowed",
                        405,
                        new Text("Metoden går inte här", "Method not allowed"),
                        new Text("Här går bara " + allowed + ".", "Only " + allowed + " is possible here."))
                .with(ProblemDocuments.ALLOW, allowed);
    }

    /** 503: just now, somebody needed is away. */
    public static Problem unavailable(int retryAfterSeconds) {
        return Problem.of(
                        "unavailable",
                        503,
                        new Text("Inte tillgängligt just nu", "Not available right now"),
                        new Text(
                                "Den här delen av plattformen startar eller uppdateras.",
                                "This part of the platform is starting or being updated."))
                .with(ProblemDocuments.RETRY_AFTER, retryAfterSeconds)
                .withNext(new Text("Försök igen om några sekunder.", "Try again in a few seconds."));
    }

    /** 429: the caller does too much at once. */
    public static Problem tooMany(Text detail, int retryAfterSeconds) {
        return Problem.of("too-many-requests", TOO_MANY, new Text("För många anrop", "Too many requests"), detail)
                .with(ProblemDocuments.RETRY_AFTER, retryAfterSeconds);
    }

    /** 503: the module serves as many as it may; this is no fault of it. */
    public static Problem moduleBusy(String module) {
        return Problem.of(
                        MODULE_BUSY,
                        503,
                        new Text("Modulen är upptagen", "The module is busy"),
                        new Text(
                                "Modulen " + module + " besvarar redan så många anrop samtidigt som den får.",
                                "The module " + module + " already answers as many requests at once as it may."))
                .with(ProblemDocuments.RETRY_AFTER, 1)
                .withNext(new Text(
                        "Försök igen om en stund, eller be den som sköter driften att höja modulens gräns.",
                        "Try again in a moment, or ask whoever runs the platform to raise the module's limit."));
    }

    /** Whether somebody was turned away by {@link #moduleBusy}. */
    public static boolean isModuleBusy(Exception thrown) {
        return thrown instanceof Problem problem && MODULE_BUSY.equals(problem.type());
    }

    /** 500: a fault of ours; the details are in the log under the request's name. */
    public static Problem internal(Throwable cause) {
        return Problem.of(
                        "internal",
                        500,
                        new Text("Fel i plattformen", "A fault in the platform"),
                        new Text(
                                "Något gick fel hos oss. Felet är loggat under anropets nummer.",
                                "Something went wrong on our side. It is logged under the number of the request."))
                .withNext(new Text(
                        "Försök igen. Om det händer igen: lämna anropets nummer till den som sköter driften.",
                        "Try again. If it happens again, give the number of the request to whoever runs the platform."))
                .causedBy(cause);
    }
}
