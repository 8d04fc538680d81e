package org.vaksam.records.engine;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.records.content.Completeness;
import org.vaksam.records.content.Content;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.TransitionDefinition;
import org.vaksam.spi.records.RecordRow;

/** What can be done with a record from its state. */
@Component(service = TransitionView.class)
public final class TransitionView {
    /**
     * A transition from the record's state.
     *
     * @param permitted whether the caller has the permission
     * @param missing   names of fields that it needs and the record does not have
     * @param unmet     what else it asks for that is not so, in words
     */
    public record Possible(
            TransitionDefinition transition, boolean permitted, List<String> missing, List<Text> unmet) {}

    private final Definitions definitions;
    private final RecordPermissions permissions;
    private final Organisation organisation;
    private final Requirements requirements;

    @Activate
    public TransitionView(
            @Reference Definitions definitions,
            @Reference RecordPermissions permissions,
            @Reference Organisation organisation,
            @Reference Casework casework) {
        this.definitions = definitions;
        this.permissions = permissions;
        this.organisation = organisation;
        this.requirements = new Requirements(casework);
    }

    public List<Possible> of(RecordRow row) {
        KindDefinition definition = definitions.of(row);
        var completeness = new Completeness(definition, organisation);
        Content content = Content.of(row);
        return definition.transitions().stream()
                .filter(transition -> transition.from().contains(row.state()))
                .map(transition -> new Possible(
                        transition,
                        permissions.may(row, TransitionCheck.permission(row.type(), transition)),
                        completeness.missing(transition, content),
                        requirements.unmet(row, transition)))
                .toList();
    }
}
