package org.vaksam.spi.security;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.api.text.Text;

/** The roles that people can have. */
@ProviderType
public interface Roles {
    /** What each role is called, by its id. */
    Map<String, Text> titles();
}
