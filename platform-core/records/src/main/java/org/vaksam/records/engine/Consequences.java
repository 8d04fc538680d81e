package org.vaksam.records.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.Assignment;
import org.vaksam.records.definition.Parties;
import org.vaksam.records.value.Json;
import org.vaksam.spi.casework.FollowUp;

/** What comes of a change beside the change itself, while it is put together. */
public final class Consequences {
    private static final int LARGEST = 4_000;

    private final Optional<String> before;
    private final List<FollowUp> followUps = new ArrayList<>();
    private final LinkedHashSet<String> routedTo = new LinkedHashSet<>();
    private final LinkedHashSet<String> vacant = new LinkedHashSet<>();
    private Optional<String> assignee;
    private boolean told;

    /** Of a change of a record that was this account's before. */
    Consequences(Optional<String> before, Optional<String> assignee) {
        this.before = before;
        this.assignee = assignee;
    }

    /** Whose the record is after all this. */
    Optional<String> assignee() {
        return assignee;
    }

    public List<FollowUp> followUps() {
        return List.copyOf(followUps);
    }

    void add(FollowUp followUp) {
        followUps.add(followUp);
    }

    /** The record was meant for these; nobody may have been found. */
    void assign(Assignment wanted, Optional<String> found) {
        routedTo.add(wanted.name());
        if (found.isPresent()) {
            assignee = found;
        } else {
            vacant.add(wanted.name());
        }
    }

    /** The record was meant for these to know of. */
    void route(List<String> parties) {
        if (!parties.isEmpty()) {
            routedTo.addAll(parties);
            followUps.add(new FollowUp.Notice(parties, "routed"));
        }
    }

    /** Whoever has got the record is told once, and not of what they did themselves. */
    void tellAssignee(Optional<String> caller, String template) {
        if (!told && assignee.isPresent() && !assignee.equals(before) && !assignee.equals(caller)) {
            told = true;
            followUps.add(new FollowUp.Notice(List.of(Parties.ASSIGNEE), template));
        }
    }

    /** For the journal: no more than what is there. */
    public Map<String, Object> journal() {
        var data = new LinkedHashMap<String, Object>();
        if (!routedTo.isEmpty()) {
            data.put("routedTo", List.copyOf(routedTo));
        }
        if (!vacant.isEmpty()) {
            data.put("vacant", List.copyOf(vacant));
        }
        if (!assignee.equals(before)) {
            assignee.ifPresent(account -> data.put("assignee", account));
        }
        if (!followUps.isEmpty()) {
            data.put("followUps", fitting());
        }
        return data;
    }

    /** The journal has room for so much of them; how many more there are is told. */
    private List<Map<String, Object>> fitting() {
        var summaries = new ArrayList<Map<String, Object>>();
        int room = LARGEST;
        for (FollowUp followUp : followUps) {
            Map<String, Object> summary = summary(followUp);
            room -= Json.write(summary).length();
            if (room < 0) {
                summaries.add(Map.of("more", followUps.size() - summaries.size()));
                return summaries;
            }
            summaries.add(summary);
        }
        return summaries;
    }

    private static Map<String, Object> summary(FollowUp followUp) {
        if (followUp instanceof FollowUp.NewAction action) {
            return Map.of("action", words(action.title()), "responsible", action.responsible());
        }
        if (followUp instanceof FollowUp.StartDeadline deadline) {
            return Map.of("starts", deadline.id(), "label", words(deadline.label()));
        }
        if (followUp instanceof FollowUp.StopDeadline deadline) {
            return Map.of("stops", deadline.id());
        }
        if (followUp instanceof FollowUp.Notice notice) {
            return Map.of("tells", notice.to(), "template", notice.template());
        }
        return Map.of("shares", ((FollowUp.Share) followUp).unit());
    }

    private static Map<String, String> words(Text text) {
        return Map.of("sv", text.sv(), "en", text.en());
    }
}
