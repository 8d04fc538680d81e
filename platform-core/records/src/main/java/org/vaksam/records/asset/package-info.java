/** The register of assets: whatever the organisation answers for, in a tree, with what depends on what. */
@NullMarked
package org.vaksam.records.asset;

import org.jspecify.annotations.NullMarked;
