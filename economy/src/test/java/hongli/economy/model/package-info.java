/// The judge: the rules of the specification written a second time, member by member, as slow and as obvious as can be.
///
/// It shares nothing with the engine but the public values: terms, commands, refusals, amounts.
@NullMarked
package hongli.economy.model;

import org.jspecify.annotations.NullMarked;
