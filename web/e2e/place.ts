// Where the server of the tests is, and who is known to it.

/** A server that runs already, or the one that was started for the tests. */
export const place = (): string => process.env['HONGLI_URL']!;

/** Everybody's password. */
export const PASSWORD = process.env['HONGLI_PASSWORD'] ?? 'a-Long-passw0rd-of-tests';
export const OPERATOR = process.env['HONGLI_LOGIN'] ?? 'admin';
/** The clerk of a tea merchant, and of a wine merchant whom the first has nothing to do with. */
export const CLERK = 'tea-clerk';
export const RIVAL = 'wine-clerk';
/** A member who has orders, and one who brings others. */
export const SHOPPER = '13800000006';
export const REFERRER = '13800000001';
