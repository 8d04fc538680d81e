package org.vaksam.spi.records;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.spi.security.Units;

/**
 * Which records of one type a caller may know of: the one rule behind single records, lists, counts, charts, search and live
 * events. A record is seen where its type may be read, and by whoever reported it or is assigned to it as long as they work
 * with the type at all; so is one that is shared with them or with a unit where they work with the type. A restricted one takes
 * the permission for restricted records besides.
 *
 * @param read       where records of the type may be read
 * @param restricted where restricted ones may
 * @param self       the account whose own records are seen wherever they are
 * @param parties    what a record can be shared with so that it is seen: the account, and units (see {@link RecordShares})
 */
public record RecordVisibility(Scope read, Scope restricted, Optional<String> self, Set<String> parties) {
    private static final List<String> WORK = List.of("read", "create", "handle");

    /** What this caller sees of this type; the same for types whose module is missing. */
    public static RecordVisibility of(Caller caller, String type) {
        List<Scope> work = WORK.stream()
                .map(verb -> caller.scope(permission(type, verb)))
                .filter(scope -> !scope.isNowhere())
                .toList();
        Optional<String> self = work.isEmpty() ? Optional.empty() : caller.account();
        Set<String> parties = new HashSet<>();
        self.ifPresent(parties::add);
        work.forEach(scope -> parties.addAll(scope.units()));
        return new RecordVisibility(
                caller.scope(permission(type, "read")),
                caller.scope(permission(type, Secrecy.RESTRICTED)),
                self,
                Set.copyOf(parties));
    }

    /** The permission's id: {@code incidents.report} and {@code read} make {@code incidents:report:read}. */
    public static String permission(String type, String verb) {
        return type.replace('.', ':') + ":" + verb;
    }

    /** The path of a record's unit; its id alone when the unit is gone, nothing when it has none. */
    public static String path(RecordRow row, Units units) {
        return row.unit()
                .map(id -> units.find(id).map(Units.Unit::path).orElse(id + "/"))
                .orElse("");
    }

    public static boolean isRestricted(RecordRow row) {
        return row.secrecy().isRestricted();
    }

    /** The same, and what lies there besides. */
    public RecordVisibility orWhere(Scope more) {
        return new RecordVisibility(read.or(more), restricted, self, parties);
    }

    /** Whether there may be anything to see at all. */
    public boolean isAny() {
        return !read.isNowhere() || self.isPresent();
    }

    /** Whether the caller may know of this record. */
    public boolean shows(RecordRow row, Units units, RecordShares shares) {
        String path = path(row, units);
        boolean mayBe = !isRestricted(row) || !restricted.isNowhere();
        boolean byRole = read.covers(path) && (!isRestricted(row) || restricted.covers(path));
        // asked last, because it costs; and for everybody, so that time does not tell who could
        return (byRole || isOwn(row)) && mayBe || isShared(row, shares) && mayBe;
    }

    /** Whether the caller, who knows of this record, may read what is secret in it. */
    public boolean showsSecrets(RecordRow row, Units units, RecordShares shares) {
        return restricted.covers(path(row, units)) || !restricted.isNowhere() && (isOwn(row) || isShared(row, shares));
    }

    /** Whether the record is shared with the caller. */
    public boolean isShared(RecordRow row, RecordShares shares) {
        return shares.isSharedWith(row.id(), parties);
    }

    /** Whether the caller reported this record or is assigned to it. */
    public boolean isOwn(RecordRow row) {
        return self.isPresent() && (self.equals(row.createdBy()) || self.equals(row.assignee()));
    }
}
