package org.vaksam.records.engine;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
     */
    public record Possible(TransitionDefinition transition, boolean permitted, List<String> missing) {}

    private final Definitions definitions;
    private final RecordPermissions permissions;
    private final Organisation organisation;

    @Activate
    public TransitionView(
            @Reference Definitions definitions,
            @Reference RecordPermissions permissions,
            @Reference Organisation organisation) {
        this.definitions = definitions;
        this.permissions = permissions;
        this.organisation = organisation;
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
                        completeness.missing(transition, content)))
                .toList();
    }
}
