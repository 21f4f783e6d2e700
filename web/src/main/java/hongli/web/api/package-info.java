/// The endpoints under `/api/v1`, health, metrics and the files of the pages.
@NullMarked
package hongli.web.api;

import org.jspecify.annotations.NullMarked;
