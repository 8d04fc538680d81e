package org.vaksam.casework.follow;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.action.ActionFollowUp;
import org.vaksam.casework.deadline.Deadlines;
import org.vaksam.casework.notice.NoticeWriter;
import org.vaksam.casework.share.Shares;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.casework.FollowUps;
import org.vaksam.spi.records.RecordRow;

/** Hands each thing that follows from a change of a record to whoever looks after it, in the transaction of the change. */
@Component
public final class CaseworkFollowUps implements FollowUps {
    private final Deadlines deadlines;
    private final ActionFollowUp actions;
    private final NoticeWriter notices;
    private final Shares shares;

    @Activate
    public CaseworkFollowUps(
            @Reference Deadlines deadlines,
            @Reference ActionFollowUp actions,
            @Reference NoticeWriter notices,
            @Reference Shares shares) {
        this.deadlines = deadlines;
        this.actions = actions;
        this.notices = notices;
        this.shares = shares;
    }

    @Override
    public void follow(RecordRow record, List<FollowUp> followUps) {
        followUps.forEach(followUp -> follow(record, followUp));
    }

    private void follow(RecordRow record, FollowUp followUp) {
        if (followUp instanceof FollowUp.NewAction wanted) {
            actions.create(record, wanted);
        } else if (followUp instanceof FollowUp.StartDeadline wanted) {
            deadlines.start(record, wanted);
        } else if (followUp instanceof FollowUp.StopDeadline wanted) {
            deadlines.stop(record, wanted);
        } else if (followUp instanceof FollowUp.Notice wanted) {
            notices.tell(record, wanted);
        } else if (followUp instanceof FollowUp.Share wanted) {
            shares.share(record, wanted);
        }
    }
}
