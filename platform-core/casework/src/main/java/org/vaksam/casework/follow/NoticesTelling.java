package org.vaksam.casework.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Access;
import org.vaksam.casework.notice.Notice;
import org.vaksam.casework.notice.NoticeKind;
import org.vaksam.casework.notice.NoticeWriter;
import org.vaksam.spi.records.RecordRow;

/** Tells people with notices. */
@Component
public final class NoticesTelling implements Telling {
    private final NoticeWriter notices;
    private final Access access;

    @Activate
    public NoticesTelling(@Reference NoticeWriter notices, @Reference Access access) {
        this.notices = notices;
        this.access = access;
    }

    @Override
    public void person(String account, Why why, Optional<String> record, String template, Map<String, String> values) {
        notices.tell(new Notice(account, kind(why), record, access.caller().account(), template, values));
    }

    @Override
    public void parties(RecordRow row, Why why, List<String> parties, String template, Map<String, String> values) {
        notices.tell(row, kind(why), parties, template, values);
    }

    private static NoticeKind kind(Why why) {
        return switch (why) {
            case DEADLINE -> NoticeKind.DEADLINE;
            case ESCALATION -> NoticeKind.ESCALATION;
            case ACTION -> NoticeKind.ACTION;
        };
    }
}
