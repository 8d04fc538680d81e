package org.vaksam.casework.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody is told something; people choose by it whether they get a letter too. */
public enum NoticeKind {
    MENTION(MailChoice.NOW),
    ASSIGNED(MailChoice.NOW),
    /** What the process of a record tells a party, for example that it was routed to them. */
    ROUTED(MailChoice.NOW),
    COMMENT(MailChoice.DIGEST),
    DEADLINE(MailChoice.NOW),
    ESCALATION(MailChoice.NOW),
    ACTION(MailChoice.NOW),
    SHARED(MailChoice.NOW),
    /** From the reporter, who may be anonymous. */
    MESSAGE(MailChoice.NOW),
    SUBSCRIPTION(MailChoice.DIGEST),
    /** More happens than usual. */
    SIGNAL(MailChoice.DIGEST),
    SYSTEM(MailChoice.NOW);

    private final MailChoice usual;

    NoticeKind(MailChoice usual) {
        this.usual = usual;
    }

    /** What holds for people who have chosen nothing. */
    public MailChoice usual() {
        return usual;
    }

    /** As it stands in JSON and in the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this id. */
    public static Optional<NoticeKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
