/// Who may come in: hosts, origins, the API token; and what every answer carries for safety.
@NullMarked
package hongli.web.gate;

import org.jspecify.annotations.NullMarked;
