/** Forms as files: CSV and spreadsheets read row by row, every fault told. */
@NullMarked
package org.carbonpublicity.disclosure.form;

import org.jspecify.annotations.NullMarked;
