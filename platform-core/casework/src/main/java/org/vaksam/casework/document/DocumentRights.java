package org.vaksam.casework.document;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.store.Document;
import org.vaksam.spi.records.AssetRights;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.records.Secrecy;

/**
 * Who may do what with documents. They are seen with their record or asset, those that are restricted by themselves by whoever
 * reads restricted records there. They are added by whoever handles the record, or reported it and it is open; changed and
 * removed by whoever handles it.
 */
@Component(service = DocumentRights.class)
public final class DocumentRights {
    private static final Duration REGRET = Duration.ofHours(1);

    private final Access access;
    private final RecordAccess records;
    private final RecordSource source;
    private final RecordTypes types;
    private final AssetRights assets;
    private final Clock clock;

    @Activate
    public DocumentRights(
            @Reference Access access,
            @Reference RecordAccess records,
            @Reference RecordSource source,
            @Reference RecordTypes types,
            @Reference AssetRights assets,
            @Reference Clock clock) {
        this.access = access;
        this.records = records;
        this.source = source;
        this.types = types;
        this.assets = assets;
        this.clock = clock;
    }

    /** The caller's account, or the name of a caller without one. */
    String owner() {
        Caller caller = access.caller();
        return caller.account().orElseGet(caller::name);
    }

    /** Where the caller stands with a record; 404 when they may not see it. */
    Standing ofRecord(String idOrNumber) {
        RecordRow row = records.require(idOrNumber);
        boolean handles = records.mayHandle(row);
        boolean reports = row.createdBy().isPresent()
                && row.createdBy().equals(access.caller().account())
                && row.phase().equals("open");
        return new Standing(
                Optional.of(row),
                row.id(),
                row.type(),
                row.number(),
                handles || reports,
                handles,
                records.showsSecrets(row));
    }

    /** Where the caller stands with an asset; 404 when they may not see it. */
    Standing ofAsset(String idOrKey) {
        AssetRights.Standing asset = assets.require(idOrKey);
        boolean may = asset.mayChange();
        return new Standing(Optional.empty(), asset.id(), Standing.ASSET, asset.name(), may, may, may);
    }

    /** Where the caller stands with a document; 404 when they may not see it. */
    Standing of(Document document) {
        if (document.isStaged()) {
            if (!document.addedBy().equals(owner())) {
                throw missing();
            }
            return Standing.ofStaged();
        }
        Standing standing = known(document);
        if (!shows(standing, document)) {
            throw missing();
        }
        return standing;
    }

    boolean shows(Standing standing, Document document) {
        return standing.mayReadRestricted() || !isRestricted(document);
    }

    /** Whether the document's name may be told to the caller, who sees a record that points at it. */
    boolean mayName(Document document) {
        return !isRestricted(document)
                || document.record().isPresent()
                        && source.byIds(List.of(document.record().get())).stream()
                                .anyMatch(records::showsSecrets);
    }

    /** 403 unless the caller may add something there. */
    void requireAdd(Standing standing) {
        if (!standing.mayAdd()) {
            throw forbidden(standing);
        }
    }

    /** 403 unless the caller may change what people say of documents there. */
    void requireHandle(Standing standing) {
        if (!standing.mayHandle()) {
            throw forbidden(standing);
        }
    }

    /** Whether the caller may remove it: who handles the record; who added it within the hour, nobody having touched the record. */
    boolean mayRemove(Standing standing, Document document) {
        return standing.mayHandle()
                || document.addedBy().equals(owner())
                        && document.addedAt().plus(REGRET).isAfter(clock.instant())
                        && standing.record().filter(this::isInitial).isPresent();
    }

    void requireRemove(Standing standing, Document document) {
        if (!mayRemove(standing, document)) {
            throw forbidden(standing);
        }
    }

    static boolean isRestricted(Document document) {
        return document.secrecy().equals(Secrecy.RESTRICTED);
    }

    static Problem missing() {
        return Problem.notFound(new Text("Det finns inget sådant dokument.", "There is no such document."));
    }

    private Standing known(Document document) {
        try {
            return document.record().isPresent()
                    ? ofRecord(document.record().get())
                    : ofAsset(document.asset().orElseThrow());
        } catch (Problem e) {
            throw e.status() == 404 ? missing() : e;
        }
    }

    private boolean isInitial(RecordRow row) {
        return types.definitions(row.type()).stream()
                .filter(definition -> definition.kind().equals(row.kind()))
                .anyMatch(definition ->
                        row.state().equals(Objects.toString(definition.json().get("initial"), "")));
    }

    private static Problem forbidden(Standing standing) {
        return Problem.forbidden(
                standing.isAsset() ? "platform:assets:write" : RecordVisibility.permission(standing.type(), "handle"));
    }
}
