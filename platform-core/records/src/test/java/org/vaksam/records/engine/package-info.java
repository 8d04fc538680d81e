@NullMarked
package org.vaksam.records.engine;

import org.jspecify.annotations.NullMarked;
