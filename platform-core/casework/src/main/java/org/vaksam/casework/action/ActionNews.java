package org.vaksam.casework.action;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.casework.action.Action.Source;
import org.vaksam.casework.follow.Telling;
import org.vaksam.casework.follow.Telling.Why;

/** Writes down what becomes of an action, on its record if it has one, and tells whom it concerns. */
@Component(service = ActionNews.class)
public final class ActionNews {
    private final Telling telling;
    private final Journal journal;

    @Activate
    public ActionNews(@Reference Telling telling, @Reference Journal journal) {
        this.telling = telling;
        this.journal = journal;
    }

    void write(String what, Action action, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("action", action.id());
        data.put("title", action.content().title());
        String type = action.record().map(Source::type).orElse("action");
        String subject = action.record().map(Source::id).orElse(action.id());
        journal.append(new Journal.Entry("action." + what, type, subject, data));
    }

    void tell(Optional<String> account, Why why, String template, Action action) {
        account.ifPresent(person -> telling.person(
                person,
                why,
                action.record().map(Source::id),
                template,
                Map.of(
                        "label", action.content().title(),
                        "action", action.id(),
                        "due", action.content().due().map(Object::toString).orElse(""))));
    }
}
