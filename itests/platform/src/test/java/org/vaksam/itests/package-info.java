/** What is proved on the assembled distribution; a class is named after what it proves. */
@NullMarked
package org.vaksam.itests;

import org.jspecify.annotations.NullMarked;
