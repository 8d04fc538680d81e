package org.vaksam.casework.action;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.action.Action.Content;
import org.vaksam.casework.action.Action.Source;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.casework.notice.Parties;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.records.RecordRow;

/** Actions that a definition makes: decided, because the process has decided them. Nobody is responsible when the party is nobody. */
@Component(service = ActionFollowUp.class)
public final class ActionFollowUp {
    private static final int LONGEST_TITLE = 200;

    private final Actions actions;
    private final Parties parties;
    private final OrganisationCalendar calendar;

    @Activate
    public ActionFollowUp(
            @Reference Actions actions, @Reference Parties parties, @Reference OrganisationCalendar calendar) {
        this.actions = actions;
        this.parties = parties;
        this.calendar = calendar;
    }

    /** In the thread's transaction. */
    public void create(RecordRow record, FollowUp.NewAction wanted) {
        Optional<LocalDate> due = wanted.due().map(period -> calendar.day(calendar.after(calendar.now(), period)));
        Content blank = ActionInput.blank(record.unit());
        String title = wanted.title().sv();
        var content = new Content(
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                "",
                blank.unit(),
                parties.accounts(record, wanted.responsible()).stream().findFirst(),
                due,
                blank.priority(),
                blank.cost(),
                blank.remindDays(),
                blank.verify(),
                blank.repeat());
        actions.create(Optional.of(new Source(record.id(), record.type())), content, ActionState.DECIDED);
    }
}
