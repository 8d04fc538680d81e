/** Charts that are kept on records with the data that they showed, as on the situation picture of a meeting. */
@NullMarked
package org.vaksam.insight.picture;

import org.jspecify.annotations.NullMarked;
