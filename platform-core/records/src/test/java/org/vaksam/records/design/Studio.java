package org.vaksam.records.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.engine.Engine;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.engine.FakeOffice;
import org.vaksam.records.rest.DefinitionsResource;
import org.vaksam.records.rest.DraftsResource;
import org.vaksam.records.store.DefinitionStore;
import org.vaksam.records.store.DraftTable.Draft;
import org.vaksam.records.store.Tables;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** Where definitions are made, as the container puts it together, with the kinds of the test resources. */
public final class Studio implements AutoCloseable {
    static final String TYPE = "incidents.report";

    public final Engine engine;
    public final Drafts drafts;
    final Publication publication;
    final Moves moves;
    final Trying trying;
    final Overview overview;
    private final Tables tables;
    private final Vocabulary vocabulary = new Vocabulary(new TestModules(), FakeOffice.units());
    private final List<MoveWork> opened = new ArrayList<>();

    public Studio(TestDatabase database) {
        engine = new Engine(database).withReports();
        engine.access.be(FakeAccess.ANNA, "*");
        tables = new Tables(database.database(), database.migrations(), ClassPathBundle.contextOf(Tables.class));
        var store = new DefinitionStore(tables);
        var stranded = new Stranded(engine.store, engine.permissions);
        drafts = new Drafts(store, engine.definitions, vocabulary, engine.permissions, engine.journal);
        moves = new Moves(tables, engine.definitions, engine.permissions, engine.journal, work());
        publication = new Publication(
                store,
                drafts,
                engine.definitions,
                stranded,
                moves,
                engine.permissions,
                database.transactions(),
                engine.journal);
        trying = new Trying(store, drafts, stranded, engine.organisation);
        overview = new Overview(store);
    }

    /** As after a start of the platform. */
    MoveWork work() {
        var work =
                new MoveWork(tables, engine.definitions, engine.store, engine.process, engine.services, engine.journal);
        opened.add(work);
        return work;
    }

    public DraftsResource draftsResource() {
        return new DraftsResource(drafts, trying, publication);
    }

    public DefinitionsResource definitionsResource() {
        return new DefinitionsResource(overview, publication, moves, vocabulary);
    }

    public Draft draft(String kind) {
        return drafts.start(Map.of("type", TYPE, "kind", kind));
    }

    /** Changes the document of a draft. */
    public Draft edit(Draft draft, Consumer<ObjectNode> change) {
        ObjectNode json = Documents.read(draft.json());
        change.accept(json);
        return drafts.save(draft.id(), version -> version == draft.version(), json);
    }

    Publication.Published publish(Draft draft) {
        return publish(draft, Map.of());
    }

    Publication.Published publish(Draft draft, Map<String, ? extends @Nullable Object> more) {
        var body = new HashMap<String, @Nullable Object>(Map.of("reason", "Beslut"));
        body.putAll(more);
        return publication.publish(draft.id(), version -> version == draft.version(), body);
    }

    /** A text field at the end of the form. */
    static Consumer<ObjectNode> field(String id) {
        return json -> ((ArrayNode) json.withArray("fields"))
                .addObject()
                .put("id", id)
                .put("type", "text")
                .putObject("label")
                .put("sv", "Fält " + id)
                .put("en", "Field " + id);
    }

    /** Gives a state another id, everywhere. */
    static Consumer<ObjectNode> rename(String state, String to) {
        return json -> {
            ObjectNode renamed = Documents.read(json.toString().replace("\"" + state + "\"", "\"" + to + "\""));
            json.removeAll();
            json.setAll(renamed);
        };
    }

    @Override
    public void close() {
        opened.forEach(MoveWork::close);
        engine.close();
    }
}
