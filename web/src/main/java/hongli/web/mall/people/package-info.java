/// People of the mall over HTTP: who asks, signing up, logging in, and those who work here.
@NullMarked
package hongli.web.mall.people;

import org.jspecify.annotations.NullMarked;
