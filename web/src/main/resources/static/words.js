// The words of the pages in both languages.
const WORDS = {
  zh: {
    lang: 'zh', skip: '跳到内容', programme: '计划', api: '接口', home: '首页', document: '文档原件', loading: '正在载入…',
    title: '红利', riskTitle: '风险提示',
    risk: '积分的价值取决于资金池，会随消费与回购变化。这里的数字是此刻的计算结果，不是承诺；积分不是存款，不保证任何收益。',
    footer: '所有数字来自本机账本；本页不向外发出任何请求。',
    live: '实时', offline: '连接中断，正在重连', unreachable: '连不上服务。',
    price: '积分价格', pool: '资金池', circulating: '流通积分', members: '会员', funds: '待分红', position: '已记命令',
    priceHint: '资金池 ÷ 流通积分', poolHint: '积分所据的真实资金', circulatingHint: '累计发行 {issued}', membersHint: '{orders} 笔订单',
    fundsHint: '按积分 {fixed} · 按等级 {tier}', positionHint: '上次日结 {day}', never: '尚无',
    closed: '已清算',
    yuanUnit: '元', yuanPerPoint: '元 / 积分', byPosition: '横轴为命令序号', noPrices: '还没有价格变动',
    latest: '最新事件', noEvents: '还没有事件。每提交一条命令，这里就会出现一行。',
    holdings: '会员持有', search: '按会员号查找', find: '查找', all: '全部', more: '下一页', back: '上一页', of: '第 {from}–{to} 位，共 {total} 位',
    noMembers: '还没有会员。', member: '会员', points: '积分', value: '此刻价值', quota: '分红额度', cash: '余额', constant: '恒定积分', tier: '等级',
    merchant: '商家', referrer: '推荐人', granted: '累计获赠', heldCash: '冻结余额', heldConstant: '冻结恒定积分', close: '关闭',
    valueNote: '此刻价值按当前价格计算，回购时另扣手续费；它随资金池变化，不是承诺。',
    statement: '对账单', statementNote: '日结分红在会员下次变动时入账，所以各行之和可能小于上面的持有。', noLines: '还没有变动。', older: '更早', when: '时间', what: '事由', change: '增减', counter: '对方', account: '账户',
    emptyTitle: '还没有计划', emptyText: '计划把一部分消费额放进真实的资金池，积分是对资金池的份额。先载入一家酒庄的示例看看，或用接口开设自己的计划。',
    sample: '载入酒庄示例', sampling: '正在载入示例…', orCall: '或用命令行开设：', tokenTitle: '需要令牌', tokenText: '本服务以令牌启动，请输入。令牌只保存在这个标签页。', token: '令牌', enter: '进入',
    retry: '重试',
    orderSettled: '{member} 消费 {amount}', gotPoints: '获赠 {points} 积分', nothingGranted: '未获赠积分',
    memberJoined: '{member} 加入', merchantJoined: '商家 {member} 加入', referredBy: '推荐人 {referrer}',
    orderReversed: '订单 {order} 退款', backFromPool: '资金池退回 {amount}',
    pointsRedeemed: '{member} 回购 {points} 积分', paid: '得 {amount}', pointsConverted: '{member} 转换 {points} 积分', gotConstant: '得恒定积分 {amount}',
    constantSpent: '{member} 向 {merchant} 支付恒定积分 {amount}', constantExchanged: '商家 {merchant} 兑换恒定积分 {amount}', cashWithdrawn: '{member} 提现 {amount}',
    fundsHeld: '冻结 {hold}：{member} {amount}', fundsCaptured: '扣款 {hold}', fundsReleased: '释放 {hold}', dayClosed: '{date} 日结', shared: '分红 {amount}', nothingShared: '没有分红',
    programmeClosed: '计划清算', forced: '强制卖出 {count} 笔', refused: '被拒绝：{why}', promoted: '{member} 升至 V{tier}', demoted: '{member} 变为 V{tier}',
    request: '请求示例', responses: '回答', parameters: '参数', name: '名称', meaning: '含义', schemas: '数据', problems: '代码', problemsText: '出错时的回答是 application/problem+json；code 的含义不变。', status: '状态', required: '必填', example: '例',
    reason: {
      founding: '开设', contribution: '入池', grant: '赠分', referral: '推荐赠分', reversal: '退单', redemption: '回购', conversion: '转换', spending: '支付', exchange: '兑换', withdrawal: '提现',
      hold: '冻结', capture: '扣款', release: '释放', dividend: '分红', dividend_booked: '分红入账', last_dividend: '额度内最后分红', forced_sale: '强制卖出', leftover: '余款', wind_up: '清算',
    },
    accountName: { cash: '余额', held_cash: '冻结余额', points: '积分', constant: '恒定积分', held_constant: '冻结恒定积分', quota: '分红额度',
      shop: '店铺', founder_payment: '开设款', pool: '资金池', fixed_fund: '按积分分红', tier_fund: '按等级分红', dividends: '待入账分红', withdrawn: '已提现', residual: '余数',
      unissued: '发行', treasury: '国库', founder_points: '创始积分', burned: '销毁', unissued_constant: '恒定积分发行', ungranted: '额度授予',
    },
  },
  en: {
    lang: 'en', skip: 'Skip to content', programme: 'Programme', api: 'API', home: 'Home', document: 'The document', loading: 'Loading…',
    title: 'Hongli', riskTitle: 'Please note',
    risk: 'What points are worth depends on the pool and changes with purchases and redemptions. The figures here are calculations of this moment, not promises; points are no deposit, and no return is assured.',
    footer: 'All figures come from the ledger on this machine; this page sends no request to anywhere else.',
    live: 'live', offline: 'connection lost, trying again', unreachable: 'The server cannot be reached.',
    price: 'Price of a point', pool: 'Pool', circulating: 'Points in circulation', members: 'Members', funds: 'Waiting to be shared', position: 'Commands recorded',
    priceHint: 'pool ÷ points in circulation', poolHint: 'the real money points are claims on', circulatingHint: '{issued} ever issued', membersHint: '{orders} orders',
    fundsHint: 'by points {fixed} · by tier {tier}', positionHint: 'last day closed: {day}', never: 'none yet',
    closed: 'wound up',
    yuanUnit: 'yuan', yuanPerPoint: 'yuan a point', byPosition: 'by number of command', noPrices: 'No price has changed yet',
    latest: 'Latest events', noEvents: 'No events yet. Every command that is submitted shows here.',
    holdings: 'What members hold', search: 'Find a member by id', find: 'Find', all: 'All', more: 'Next', back: 'Back', of: '{from}–{to} of {total}',
    noMembers: 'Nobody has joined yet.', member: 'Member', points: 'Points', value: 'Worth now', quota: 'Quota', cash: 'Cash', constant: 'Constant points', tier: 'Tier',
    merchant: 'merchant', referrer: 'Referrer', granted: 'Ever granted', heldCash: 'Cash held', heldConstant: 'Constant points held', close: 'Close',
    valueNote: 'Worth now is reckoned at the current price, before the fee of a redemption; it changes with the pool and is no promise.',
    statement: 'Statement', statementNote: 'Dividends of closed days are booked when a member next moves, so these lines may add up to less than what is held above.', noLines: 'Nothing has changed yet.', older: 'Older', when: 'When', what: 'Why', change: 'Change', counter: 'Other side', account: 'Account',
    emptyTitle: 'No programme yet', emptyText: 'A programme puts a part of what is consumed into a real pool of money; points are shares of that pool. Load the sample of a wine shop to look around, or open your own by the API.',
    sample: 'Load the wine-shop sample', sampling: 'Loading the sample…', orCall: 'Or open one from the command line:', tokenTitle: 'A token is required', tokenText: 'This server was started with a token. It is kept in this tab only.', token: 'Token', enter: 'Enter',
    retry: 'Try again',
    orderSettled: '{member} consumed {amount}', gotPoints: '{points} points granted', nothingGranted: 'no points granted',
    memberJoined: '{member} joined', merchantJoined: 'Merchant {member} joined', referredBy: 'referred by {referrer}',
    orderReversed: 'Order {order} was reversed', backFromPool: '{amount} back from the pool',
    pointsRedeemed: '{member} redeemed {points} points', paid: '{amount} paid', pointsConverted: '{member} converted {points} points', gotConstant: '{amount} constant points given',
    constantSpent: '{member} paid {merchant} {amount} constant points', constantExchanged: 'Merchant {merchant} exchanged {amount} constant points', cashWithdrawn: '{member} withdrew {amount}',
    fundsHeld: 'Hold {hold}: {amount} of {member}', fundsCaptured: 'Hold {hold} was captured', fundsReleased: 'Hold {hold} was released', dayClosed: 'Day {date} closed', shared: '{amount} shared out', nothingShared: 'nothing to share',
    programmeClosed: 'The programme was wound up', forced: 'forced sales: {count}', refused: 'Refused: {why}', promoted: '{member} reached V{tier}', demoted: '{member} is now V{tier}',
    request: 'Request', responses: 'Answers', parameters: 'Parameters', name: 'Name', meaning: 'Meaning', schemas: 'Data', problems: 'Codes', problemsText: 'What goes wrong is answered as application/problem+json; a code never changes meaning.', status: 'Status', required: 'required', example: 'e.g.',
    reason: {
      founding: 'founding', contribution: 'contribution', grant: 'grant', referral: 'referral', reversal: 'reversal', redemption: 'redemption', conversion: 'conversion', spending: 'spending', exchange: 'exchange', withdrawal: 'withdrawal',
      hold: 'hold', capture: 'capture', release: 'release', dividend: 'dividend', dividend_booked: 'dividend booked', last_dividend: 'last dividend of the quota', forced_sale: 'forced sale', leftover: 'leftover', wind_up: 'wind-up',
    },
    accountName: { cash: 'Cash', held_cash: 'Cash held', points: 'Points', constant: 'Constant points', held_constant: 'Constant points held', quota: 'Quota',
      shop: 'Shop', founder_payment: 'Founder payment', pool: 'Pool', fixed_fund: 'Fund by points', tier_fund: 'Fund by tier', dividends: 'Dividends to book', withdrawn: 'Paid out', residual: 'Residual',
      unissued: 'Issue', treasury: 'Treasury', founder_points: 'Founder points', burned: 'Burned', unissued_constant: 'Issue of constant points', ungranted: 'Grant of quota',
    },
  },
};

const KEPT = 'hongli.language';

export function language() {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
}

/** The text called `name`, its `{gaps}` filled. */
export function t(name, values = {}) {
  const text = name.split('.').reduce((words, part) => words?.[part], WORDS[language()]) ?? name.split('.').pop();
  return text.replace(/\{(\w+)}/g, (_, gap) => values[gap] ?? '');
}

/** Puts the fixed texts of the page into the language, and lets the button change it. */
export function speak(changed) {
  const button = document.getElementById('language');
  const apply = () => {
    document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
    document.querySelectorAll('[data-text]').forEach((element) => {
      element.textContent = t(element.dataset.text);
    });
    button.textContent = language() === 'zh' ? 'English' : '中文';
    button.lang = language() === 'zh' ? 'en' : 'zh-CN';
  };
  button.addEventListener('click', () => {
    localStorage.setItem(KEPT, language() === 'zh' ? 'en' : 'zh');
    apply();
    changed();
  });
  apply();
}

/** Of a text that says the same in both languages, Chinese first, the part of the reader's language. */
export function half(text) {
  const parts = /^([\s\S]*[\u3000-\u9fff\uff00-\uffef])\s+([A-Z0-9`][\s\S]*)$/.exec(text || '');
  return parts ? parts[language() === 'zh' ? 1 : 2] : text || '';
}
