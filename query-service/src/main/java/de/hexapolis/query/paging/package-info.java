/**
 * Pages of long lists: a limit, and an opaque cursor. In most lists it names the last row seen (keyset), so late rows
 * shift nothing; among the lines of aggregates, which may stand in any order, it says how many came before.
 */
@NullMarked
package de.hexapolis.query.paging;

import org.jspecify.annotations.NullMarked;
