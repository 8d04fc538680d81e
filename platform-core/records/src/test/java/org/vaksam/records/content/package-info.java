@NullMarked
package org.vaksam.records.content;

import org.jspecify.annotations.NullMarked;
