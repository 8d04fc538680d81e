@NullMarked
package org.vaksam.journal.rest;

import org.jspecify.annotations.NullMarked;
