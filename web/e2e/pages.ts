// The pages of the console that anybody who may do everything sees.
export const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'], ['orders', '/orders'], ['codes', '/codes'], ['after-sales', '/after-sales'], ['payments', '/payments'], ['refunds', '/payments?tab=refunds'],
  ['notices', '/payments?tab=notices'], ['reconciliations', '/payments?tab=reconciliations'], ['withdrawals', '/withdrawals'], ['goods', '/goods'],
  ['proposals', '/goods?tab=proposals'], ['reviews', '/reviews'], ['categories', '/categories'], ['coupons', '/coupons'], ['members', '/members'],
  ['member', '/members/1'], ['member-statement', '/members/1?tab=statement'], ['member-orders', '/members/1?tab=orders'], ['member-cases', '/members/1?tab=cases'], ['member-dividends', '/members/1?tab=dividends'], ['member-referrals', '/members/1?tab=referrals'], ['referrals', '/referrals?member=1'],
  ['programme', '/programme'], ['holders', '/programme?tab=holders'], ['close', '/programme?tab=close'], ['reserves', '/programme?tab=reserves'], ['spread', '/programme?tab=spread'], ['promised', '/programme?tab=promised'], ['cohorts', '/programme?tab=cohorts'], ['terms', '/programme?tab=terms'],
  ['programme-new', '/programme/new'], ['ledger', '/ledger'], ['balance', '/balance'], ['postings', '/postings'], ['postings-ledger', '/postings?tab=ledger&account=pool'], ['top-ups', '/payments?tab=topUps'], ['merchants', '/merchants'], ['bills', '/bills'], ['trail', '/trail'],
  ['jobs', '/jobs'], ['messages', '/messages'], ['check', '/check'], ['settings', '/settings'], ['roles', '/settings?tab=roles'], ['settings-shop', '/settings?tab=shop'], ['keys', '/settings?tab=keys'], ['password', '/settings?tab=password'],
  ['not-found', '/nowhere'],
];

/** Lists whose first line leads on to a page of its own, where there is a line. */
export const LEADING: readonly (readonly [name: string, path: string])[] = [
  ['order', '/orders'], ['case', '/after-sales'], ['product', '/goods'], ['proposal', '/goods?tab=proposals'], ['merchant', '/merchants'],
  ['day', '/payments?tab=reconciliations'], ['bill', '/bills'], ['coupon', '/coupons'],
];

/** What a merchant's clerk sees, who may do everything that clerks may. */
export const PAGES_OF_CLERKS: readonly (readonly [name: string, path: string])[] = [
  ['clerk-home', '/'], ['clerk-orders', '/orders'], ['clerk-codes', '/codes'], ['clerk-after-sales', '/after-sales'], ['clerk-goods', '/goods'], ['clerk-goods-new', '/goods/new'],
  ['clerk-reviews', '/reviews'], ['clerk-coupons', '/coupons'], ['clerk-freight', '/freight'], ['clerk-bills', '/bills'], ['clerk-shop', '/shop'], ['clerk-postings', '/postings'], ['clerk-withdrawals', '/withdrawals'],
  ['clerk-trail', '/trail'], ['clerk-settings', '/settings'], ['clerk-keys', '/settings?tab=keys'],
];
export const LEADING_OF_CLERKS: readonly (readonly [name: string, path: string])[] = [
  ['clerk-order', '/orders?status=paid'], ['clerk-case', '/after-sales'], ['clerk-product', '/goods'],
];
