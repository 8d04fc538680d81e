package org.vaksam.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which kind of report a type of police event becomes. */
@Entity
@Table(name = "police_type", schema = "incidents")
public class PoliceType {
    @Id
    @Column(name = "name", length = 100)
    private String name = "";

    @Column(name = "kind", length = 50, nullable = false)
    private String kind = "";

    /** In UTC; the persistence API of this version knows no Instant. */
    @Column(name = "first_seen")
    private @Nullable LocalDateTime firstSeen;

    /** For the persistence provider. */
    protected PoliceType() {}

    PoliceType(String name, String kind) {
        this.name = name;
        this.kind = kind;
    }

    String name() {
        return name;
    }

    String kind() {
        return kind;
    }

    void becomes(String newKind) {
        kind = newKind;
    }

    Optional<Instant> firstSeen() {
        return Optional.ofNullable(firstSeen).map(time -> time.toInstant(ZoneOffset.UTC));
    }

    void seen(Instant time) {
        firstSeen = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
