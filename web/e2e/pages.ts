// The pages of the console that anybody who may do everything sees.
export const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'], ['orders', '/orders'], ['after-sales', '/after-sales'], ['payments', '/payments'], ['refunds', '/payments?tab=refunds'],
  ['notices', '/payments?tab=notices'], ['reconciliations', '/payments?tab=reconciliations'], ['withdrawals', '/withdrawals'], ['goods', '/goods'],
  ['proposals', '/goods?tab=proposals'], ['reviews', '/reviews'], ['categories', '/categories'], ['coupons', '/coupons'], ['members', '/members'],
  ['member', '/members/1'], ['member-statement', '/members/1?tab=statement'], ['member-referrals', '/members/1?tab=referrals'], ['referrals', '/referrals?member=1'],
  ['programme', '/programme'], ['holders', '/programme?tab=holders'], ['close', '/programme?tab=close'], ['reserves', '/programme?tab=reserves'], ['spread', '/programme?tab=spread'], ['terms', '/programme?tab=terms'],
  ['programme-new', '/programme/new'], ['ledger', '/ledger'], ['balance', '/balance'], ['merchants', '/merchants'], ['bills', '/bills'], ['trail', '/trail'],
  ['jobs', '/jobs'], ['check', '/check'], ['settings', '/settings'], ['roles', '/settings?tab=roles'], ['settings-shop', '/settings?tab=shop'], ['password', '/settings?tab=password'],
  ['not-found', '/nowhere'],
];
