/** Pages of long lists: a limit, and an opaque cursor that names the last row seen (keyset, so late rows shift nothing). */
@NullMarked
package de.hexapolis.query.paging;

import org.jspecify.annotations.NullMarked;
