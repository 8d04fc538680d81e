@NullMarked
package org.vaksam.records.person;

import org.jspecify.annotations.NullMarked;
