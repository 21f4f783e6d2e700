// 商城的全部中文文字。没有一句预测，没有一句承诺。
export const zh = {
  frame: {
    shop: '红利商城', skip: '跳到内容', back: '返回', close: '关闭', menu: '主菜单', tabs: '底部导航',
    home: '首页', category: '分类', basket: '购物篮', basketOf: '购物篮，{pieces} 件', me: '我的', search: '搜索',
    coupons: '优惠券', assets: '我的积分', enter: '登录 / 注册', orders: '看订单',
  },
  state: {
    loading: '正在载入…', again: '再试一次', more: '再看一些', end: '已经到底了', toHome: '去首页', yes: '确定', no: '再想想',
    copy: '复制', copied: '已复制',
    stranger: '请先登录', strangerText: '登录以后就能看到这里的内容。',
    unserved: '这里还没有开通', unservedText: '商城还没有提供这项服务，其他功能照常可用。',
    away: '暂时连不上', awayText: '网络或服务器没有回应，请稍后再试；已提交的内容不会重复。', pageAway: '这一页没有载入，请检查网络后再试。',
    missing: '没有找到', missingText: '它可能已下架，或链接有误。',
    failed: '出了点问题', failedText: '请再试一次；如果仍然不行，请联系客服。',
  },
  risk: {
    points: '风险提示：积分的价值取决于资金池，会随消费、退货与回购变化，可能低于你的预期。积分不是存款，也不是投资产品，不保证任何收益。',
    referral: '风险提示：推荐所得只来自被推荐人真实消费的结算，退货会扣回，数额不确定。请勿为此囤货或交费拉人。',
    dividend: '风险提示：分红来自当日实际入账的分红基金，有多有少，也可能没有；过去的分红不代表以后。',
    exit: '风险提示：回购与转换按当时的价格计算，回购还要扣手续费，完成后不能撤销；金额可能少于你曾经的消费。',
    law: '因参与非法集资受到的损失，由参与者自行承担。',
  },
  home: {
    greeting: '慢慢挑，用得久', line: '价格逐行写明，运费下单前看得到，七天可以退。',
    find: '搜索商品', all: '查看全部', newest: '新上架', liked: '大家常买', coupons: '可领的优惠券',
    delivery: '发货与物流一步步可查', returns: '七天无理由退货', exact: '每一分钱都有来处',
    empty: '货架还在整理', emptyText: '商家正在上架商品，请过些时候再来看看。',
    how: '积分是怎么回事', howText: '订单过了退货期，商城把其中一部分放进资金池，并按规则赠你积分。积分是对资金池的份额，每一笔都能查到公式。',
    toAssets: '看我的积分',
  },
  category: { all: '全部', below: '下级分类', empty: '这一类还没有商品', emptyText: '换一个分类，或者搜一搜。' },
  sort: {
    label: '排序', relevance: '相关', '-sold': '销量', '-newest': '新品', price: '价格从低', '-price': '价格从高',
  },
  search: {
    before: '最近搜过', forget: '清除', empty: '没有找到相符的商品', emptyText: '试试更短的词，或者看看分类。', browse: '看分类',
  },
  kind: { physical: '实物', voucher: '到店券', top_up: '充值', booking: '预订' },
  goods: {
    page: '商品', sold: '已售 {count}', soldOut: '暂时缺货', listPrice: '标价 ¥{amount}', quantity: '数量', fewer: '减一件', more: '加一件',
    leftOf: '余 {count}', about: '商品介绍', noDescription: '商家还没有写介绍。', price: '价格怎么算',
    priceNote: '这里按一次购买计算；优惠券和送达地址在下单时再算。',
    freight: '按收货地区计运费，下单前写明。', freightFree: '包邮。', nothingSent: '无需邮寄。', returns: '签收后七天内可申请退货，法律另有规定的商品除外。',
    add: '放入购物篮', added: '已放入购物篮', buyNow: '立即购买', buy: '购买',
    chooseFirst: '请先选择{names}', dayFirst: '请先选择日期', day: '选择日期', noDay: '最近没有可预订的日期。',
    target: '充值号码', targetHint: '手机号或户号，请仔细核对。', targetFirst: '请填写要充值的号码',
    pictures: '商品图片', pictureOf: '第 {number} 张图片',
  },
  review: {
    all: '评价（{count}）', none: '还没有评价', noneText: '买过的人可以在订单完成后评价。', reply: '商家回复：{text}',
    stars: '打几颗星', starsOf: '{count} 星', write: '写评价', content: '说说使用感受', sample: '它怎么样？适合谁？有什么要留意的？',
    missing: '请写几个字', send: '发表评价', thanks: '谢谢你的评价', honest: '评价会公开显示，名字会遮掩；好评没有奖励，差评不会受罚。',
  },
  price: {
    list: '商品标价', goods: '商品金额', tierOff: '等级优惠', platformOff: '平台券', merchantOff: '商家券', couponOf: '{name}（{by}承担）',
    by_platform: '平台', by_merchant: '商家', freight: '运费', freightFree: '包邮', freightUnknown: '选择地址后计算',
    payable: '应付', paid: '实付', lineTotal: '小计', total: '订单金额', points: '恒定积分抵付', rest: '还需支付',
  },
  estimate: {
    title: '预计获赠积分', points: '{points} 积分', price: '按此刻价格每积分 ¥{price} 试算',
    note: '按此刻的价格与规则试算，仅作说明；以订单结算时为准，退货部分不计。', withPoints: '用恒定积分付的部分不计获赠；付款后按实际付款试算。', refused: '其中有商品按规则不赠积分。',
  },
  enter: {
    welcome: '欢迎来到红利商城', again: '欢迎回来', why: '登录后可以下单、查看物流和自己的积分。',
    logIn: '登录', signUp: '注册', login: '手机号或邮箱', loginSample: '13800138000 或 name@example.com', loginMissing: '请填写手机号或邮箱',
    password: '密码', passwordHint: '至少 {least} 个字符，不要用常见的密码。', passwordShort: '密码至少 {least} 个字符', passwordMissing: '请填写密码',
    name: '称呼', nameHint: '选填，评价时会遮掩显示。', code: '推荐码', codeHint: '选填；只能在注册时填写，以后不能补。',
    codeUnknown: '没有这个推荐码，请核对或留空。', invitedBy: '推荐人：{name}',
    reset: '重设密码', forgot: '忘记密码', sendCode: '发送验证码', codeSent: '如果这个账号存在，验证码已经发出。', passcode: '六位验证码', passcodeUnsound: '请填写六位数字',
    privacy: '我们只收集下单与结算所必需的资料；随时可以导出，也可以注销。',
  },
  basket: {
    guest: '登录后查看购物篮', guestText: '购物篮跟着账号走，换一台设备也在。', empty: '购物篮还是空的', emptyText: '遇到喜欢的，就放进来。',
    toHome: '去逛逛', all: '全选', pick: '选择 {title}', remove: '移出 {title}', gone: '已下架', short: '仅余 {count} 件', none: '暂时缺货', clear: '清除不能购买的商品',
    beforeFreight: '不含运费与优惠券', confirm: '去结算（{count}）', off: '等级优惠已减 ¥{off}。', note: '价格以下单时为准，购物篮不保留库存。',
  },
  confirm: {
    title: '确认订单', nothing: '没有要购买的商品', choose: '选择收货地址', noAddress: '添加收货地址', noAddressText: '填好地址才能计算运费。',
    coupons: '优惠券', couponsUsed: '已用 {count} 张', couponsHeld: '{count} 张可选', done: '选好了',
    points: '用恒定积分抵付', pointsHeld: '可用 {amount}，1 积分抵 1 元', note: '给商家留言', noteSample: '选填，例如送货时间', price: '价格明细', submit: '提交订单',
    short: '“{title}”的库存不够了', shortText: '请返回修改数量，或换一件商品',
  },
  cashier: {
    title: '收银台', left: '请在 {time} 内付款', late: '付款时间已过', orders: '共 {count} 个订单', ways: '付款方式',
    constant: '恒定积分', cash: '现金余额', free: '可用 ¥{amount}', channel: '支付渠道', test: '测试',
    channels: { sandbox: '沙盒支付', wechat: '微信支付', alipay: '支付宝' },
    noChannel: '暂时没有可用的支付渠道', sandbox: '这是演示环境：点“支付”不会动用真实资金。',
    pay: '支付 ¥{amount}', looking: '正在等待支付结果，请稍候…', silent: '还没有收到支付结果。如果你已经付款，结果到了订单会自动更新，请不要重复付款。', lookAgain: '再查一次', cancel: '取消订单', cancelText: '取消后库存和优惠券会退回，需要时要重新下单。',
    cancelled: '订单已取消', cancelledText: '库存和优惠券已经退回。',
  },
  result: {
    title: '付款结果', paid: '付款成功', unpaid: '还没有付款', cancelled: '订单已取消', toHome: '继续逛逛', toOrders: '查看订单', toCashier: '去付款',
    orders: '包含的订单', next: '商家会尽快发货，发货后可以在订单里查看物流。', nextUnsent: '无需邮寄；到店券、充值和预订的进展都可以在订单里查看。',
  },
  me: {
    guest: '你好', guestText: '登录后查看订单和积分', guestSettings: '登录后可以修改资料、导出数据和注销账号。', noTier: '普通会员', allOrders: '全部订单', mine: '我的账户',
  },
  status: {
    unpaid: '待付款', paid: '待发货', shipped: '已发货', delivered: '已送达', completed: '已完成', cancelled: '已取消', refunded: '已退款',
  },
  unsent: { paid: '已付款', shipped: '已提供', delivered: '已提供' },
  orders: {
    title: '我的订单', all: '全部', find: '搜索订单号或商品', empty: '还没有订单', emptyText: '下单以后，可以在这里查看每一步。',
    pay: '去付款', received: '确认收货', receivedText: '请在收到并检查商品后确认。', refunded: '已退 ¥{amount}',
  },
  order: {
    title: '订单详情', parcels: '物流', shipped: '商家已发货', arrived: '已送达', copy: '复制运单号', goods: '商品', past: '经过',
    number: '订单号 {number} · {at} 下单', note: '留言：{text}', refunded: '已退款', refundedPieces: '其中 {count} 件已退', lapsed: '逾期未付',
    says: {
      unpaid: '请在付款时间内完成付款，超时会自动取消。', paid: '商家正在准备发货。', shipped: '商品在路上，收到后请检查并确认。',
      delivered: '商品已送达，请检查并确认收货。', completed: '谢谢购买。退货期过后，订单会按规则结算积分。', cancelled: '订单已取消，没有扣款或已原路退回。',
      refunded: '款项已按原路退回。', unsent_paid: '已付款。到店券可以出示使用，充值与预订由商家办理。', unsent_shipped: '商家已提供，请核对后确认。', unsent_delivered: '商家已提供，请核对后确认。',
    },
  },
  case: {
    title: '售后', one: '售后详情', ask: '申请售后', none: '没有售后', noneText: '需要退款、退货或换货时，在订单里申请。', kind: '需要什么',
    kinds: { refund: '仅退款', return: '退货退款', exchange: '换货' },
    says: { refund: '没有收到，或与商家商定后只退款。', return: '商家同意后寄回商品，验收后退款。', exchange: '商家同意后寄回，换一件同样的商品。' },
    status: {
      asked: '等待商家处理', agreed: '商家已同意', refused: '商家未同意', appealed: '平台处理中', sent_back: '已寄回', received: '商家已收到', done: '已完成', closed: '已撤销',
    },
    pieces: '数量（最多 {most}）', amountWanted: '退款金额', amountHint: '最多 ¥{most}，留空即全额。', reason: '原因', reasonSample: '请说明情况，方便商家尽快处理',
    reasonMissing: '请填写原因', addPicture: '添加图片', pictures: '{count}/{most} 张', picture: '凭证图片', whatComes: '退款怎么算',
    amount: '申请退款', deduction: '扣回', deductionWhy: '这笔订单赠出、但你已不再持有的积分按价值扣回。', payout: '实际退回',
    rights: '商家逾期没有处理，视为同意；商家不同意时，你可以申诉，由平台处理。', send: '提交申请', due_asked: '商家须在 {at} 前处理，逾期视为同意。', due_agreed: '请在 {at} 前寄回并填写运单号，逾期申请关闭。', due_sent_back: '商家须在 {at} 前确认收到，逾期视为收到。', due_refused: '如不同意，请在 {at} 前申诉，逾期申请关闭。',
    sendBack: '寄回商品', carrier: '快递公司', number: '运单号', sent: '已寄出', appeal: '不同意？', appealText: '把情况告诉平台，由平台来判断。',
    appealWhy: '申诉理由', appealSend: '提交申诉', toOrder: '查看订单', close: '撤销申请',
  },
  address: {
    title: '收货地址', none: '还没有收货地址', noneText: '添加以后，下单时可以直接选择。', add: '添加收货地址', edit: '修改地址', remove: '删除', removeText: '删除后不能恢复，已有订单不受影响。',
    first: '默认', makeFirst: '设为默认地址', receiver: '收货人', phone: '手机号', province: '省', provinceSample: '浙江省', city: '市', citySample: '杭州市', district: '区县', districtSample: '西湖区', regionHint: '直辖市请在省与市都填写，如“上海市”“上海市”。运费按地区计算。', street: '详细地址', streetSample: '街道、楼栋、门牌号',
    missing: '这一项不能空着', keep: '保存',
  },
  coupon: {
    none: '没有优惠券', noneText: '到领券中心看看。', centre: '领券中心', centreEmpty: '现在没有可领的优惠券。', tabs: { centre: '可领取', usable: '可使用', used: '已使用', lapsed: '已过期' },
    part: '减 {rate}', anySum: '无门槛', from: '满 ¥{amount} 可用', most: '最多减 ¥{amount}', ofAll: '平台券', ofMerchant: '商家券', ofCategory: '限分类', stacks: '可叠加', until: '{day} 到期',
    take: '领取', takeAgain: '再领一张', taken: '已领取', gone: '已领完', use: '去使用',
  },
  voucher: {
    title: '到店券', none: '没有到店券', noneText: '购买到店商品后，券会出现在这里。', number: '券 {number}', show: '出示核销码', once: '核销码只显示一次，请在店员面前出示。现在显示吗？',
    code: '核销码', keep: '请店员扫码或输入；关闭后不再显示。', redeemed: '{at} 已核销', status: { ready: '可使用', redeemed: '已核销', void: '已作废' },
  },
  topUp: {
    title: '充值记录', none: '还没有充值', noneText: '充值类商品付款后，每一次到账都列在这里。', status: { waiting: '充值中', done: '已到账', failed: '未成功' },
  },
  contact: {
    title: '验证联系方式', why: '验证后，它可以用来找回密码，别人不能冒用。', proved: '已验证', prove: '验证', sent: '验证码已发出，十分钟内有效。', done: '已验证',
  },
  assets: {
    guest: '登录后查看积分、分红和明细。', points: '增值积分', value: '此刻价值', valueNote: '此刻价值 = 积分 × 资金池 ÷ 流通积分，按当前价格计算；它随资金池变化，不是承诺。',
    price: '每积分价格', chart: '价格走势：{from} 为 {first} 元，{until} 为 {last} 元', noChart: '还没有价格记录。', past: '图中是过去的记录，不代表以后。', past2: '历史记录',
    pool: '资金池', circulating: '流通积分', poolText: '价格 = 资金池 ÷ 流通积分。资金池里是已经入账的钱。',
    tabs: { dividends: '每日分红', statement: '明细' }, noDividend: '还没有分红', noDividendText: '日结后若有分红，会按日列在这里。', booked: '已入账', toBook: '已归你，下次变动时入账',
    balance: '余 {amount}', ofOrder: '订单 {number}', notYet: '还没有加入权益计划',
    noLine: '还没有变动', noLineText: '获赠、回购、分红都会逐笔列出。',
    today: '今天全部回购能得到', todayText: '按此刻价格计算；下一位成员的交易可能使它变化。', gross: '积分价值', fee: '手续费 {rate}（留在资金池）', payout: '到账现金余额',
    quota: '分红额度', quotaText: '额度是最多还能得到多少分红的上限，不是钱，也不表示一定能得到。', forcedSale: '当持有积分的价值达到额度时，积分会按当时的价格自动卖出（扣手续费），额度随之用完。',
    tier: '等级', nextTier: '距 V{tier} 还差累计获赠 {missing} 积分', topTier: '已是最高等级。', reached: '已达到 {part}%', tierNote: '等级按累计获赠计算，退货会相应扣减。',
    heldText: '付款后尚未结算的订单、审核中的提现所冻结的钱。', constantText: '恒定积分 1 积分始终抵 1 元，用于在商城付款，不能提现。',
  },
  exit: {
    redemption: '回购积分', conversion: '转为恒定积分', says_redemption: '把积分交还资金池，按此刻价格换成现金余额，手续费留在资金池。', says_conversion: '按此刻价格把积分换成恒定积分，用于在商城付款。',
    points: '积分数量', held: '持有 {points}', unsound: '请填写不超过持有数量、最多六位小数的数', all: '全部', atLeast: '少于此数就不执行。', fee: '手续费（留在资金池）', quota: '分红额度会同时减少这些积分的价值，最多减到零。', get_redemption: '到账现金余额', get_conversion: '得到恒定积分', done: '已完成',
  },
  grants: {
    title: '获赠记录', none: '还没有获赠', noneText: '订单过了退货期并结算后，获赠会列在这里，并写明公式。', waiting: '待结算', reversed: '已撤销', why: '为什么是这个数',
  },
  why: { base: '计算基数', poolRate: '入池比例', contribution: '入池金额', rate: '赠予比例', value: '赠予价值', price: '结算时的价格', points: '获赠积分' },
  wallet: {
    title: '现金与提现', cash: '现金余额', cashText: '来自回购与分红的现金，可以用来付款，也可以申请提现。', withdraw: '提现', past: '提现记录', none: '还没有提现', noneText: '申请以后可以在这里看到每一步。',
    amount: '提现金额', amountUnsound: '请填写大于零、最多两位小数的金额', amountTooMuch: '超过可用余额', account: '收款账户', accountHint: '银行、户名与账号；户名须与实名一致。', accountMissing: '请填写收款账户',
    review: '提交后先冻结相应余额，审核通过后打款；未通过会全数退回余额。', ask: '申请提现',
    status: { asked: '已提交', held: '已冻结', approved: '审核通过', refused: '未通过，已退回', paying: '打款中', paid: '已到账', failed: '打款失败，已退回' },
  },
  invite: {
    title: '推荐朋友', headline: '{name} 邀你来逛逛', line: '一家把每一笔账写清楚的商城。', code: '推荐码', qr: '推荐二维码，链接 {link}', small: '扫码或注册时填写推荐码。推荐关系在注册时确定。',
    copyLink: '复制链接', copyCode: '复制推荐码', save: '保存海报', rule: '规则', ruleText: '按规则，朋友真实消费并过了退货期后，推荐人可能获赠积分，最多 {levels} 级。不按人头计酬，不收入门费，不要求购买。',
    brought: '已推荐 {count} 人', tabs: { brought: '推荐的人', earned: '推荐所得' }, none: '还没有推荐的人', noneText: '觉得好，再介绍给朋友。', nothing: '还没有推荐所得', nothingText: '每一笔都会写明来自哪个订单、为什么。',
    since: '第 {level} 级 · {day}',
  },
  messages: {
    title: '消息', none: '没有消息', noneText: '订单、售后和提现的每一步会出现在这里。', kinds: { order: '订单', after_sale: '售后', withdrawal: '提现' }, fresh: '未读',
  },
  settings: {
    title: '设置', language: '语言', account: '账号', change: '修改', keep: '保存', kept: '已保存', password: '修改密码', old: '现在的密码', new: '新密码', passwordKept: '密码已修改，其他设备已退出',
    data: '我的资料', exportText: '把商城保存的关于你的全部资料存成一个文件。', export: '导出我的资料', closeText: '注销后个人资料会被删除，账目按法律保留但不含个人信息。不可恢复。', close: '注销账号',
    closeSure: '注销不可恢复。请先用完余额、办完订单与售后；剩余积分将不再属于你。', closeDo: '确认注销', giveUp: '我放弃账户里剩余的余额与积分', closed: '账号已注销', leave: '退出登录', leaveAll: '退出所有设备',
    about: '说明', aboutText: '商城的每一笔积分、分红和回购都来自已经入账的资金，并可逐笔核对。',
  },
  reason: {
    founding: '开设', contribution: '入池', grant: '赠分', referral: '推荐赠分', reversal: '退单', redemption: '回购', conversion: '转换', spending: '支付', exchange: '兑换', withdrawal: '提现',
    hold: '冻结', capture: '扣款', release: '解冻', dividend: '分红', dividend_booked: '分红入账', last_dividend: '额度内最后分红', forced_sale: '强制卖出', leftover: '余款', wind_up: '清盘',
  },
  account: { cash: '现金余额', held_cash: '冻结余额', points: '积分', constant: '恒定积分', held_constant: '冻结恒定积分', quota: '分红额度' },
};

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type Words = Texts<typeof zh>;
